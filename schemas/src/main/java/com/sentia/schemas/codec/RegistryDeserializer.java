package com.sentia.schemas.codec;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** {@link RecordCodec} as a Kafka client wants it; made by its name, it reads the key {@code registry.url}. */
public final class RegistryDeserializer implements Deserializer<SpecificRecord> {
    private @Nullable RecordCodec codec;

    /** For Kafka, which configures it afterwards. */
    public RegistryDeserializer() {}

    public RegistryDeserializer(RecordCodec codec) {
        this.codec = codec;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        codec = ConfiguredCodec.orGiven(codec, settings, isKey);
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : ConfiguredCodec.require(codec).decode(bytes);
    }
}
