package com.sentia.schemas.codec;

import java.net.URI;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Finds the codec of a serde: the one it was built with, or one for the registry its settings name. */
final class ConfiguredCodec {
    static final String REGISTRY_URL = "registry.url";

    private ConfiguredCodec() {}

    static RecordCodec orGiven(@Nullable RecordCodec given, Map<String, ?> settings, boolean isKey) {
        if (isKey) {
            throw new ConfigException("keys are UTF-8 text: use Kafka's string serde for them");
        }
        if (given != null) {
            return given;
        }
        Object url = settings.get(REGISTRY_URL);
        if (url == null) {
            throw new ConfigException(REGISTRY_URL, null, "must be the registry's base address");
        }
        return RecordCodec.connectedTo(URI.create(url.toString()));
    }

    static RecordCodec require(@Nullable RecordCodec codec) {
        if (codec == null) {
            throw new IllegalStateException("neither built with a codec nor configured");
        }
        return codec;
    }
}
