package com.sentia.schemas.codec;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** {@link RecordCodec} as a Kafka client wants it; made by its name, it reads the key {@code registry.url}. */
public final class RegistrySerializer implements Serializer<SpecificRecord> {
    private @Nullable RecordCodec codec;

    /** For Kafka, which configures it afterwards. */
    public RegistrySerializer() {}

    public RegistrySerializer(RecordCodec codec) {
        this.codec = codec;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        codec = ConfiguredCodec.orGiven(codec, settings, isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord record) {
        return record == null ? null : ConfiguredCodec.require(codec).encode(topic, record);
    }
}
