package com.sentia.schemas.codec;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link RecordCodec} as Kafka Streams wants it; made by its name, it reads the key {@code registry.url}. */
public final class RegistrySerde implements Serde<SpecificRecord> {
    private final RegistrySerializer serializer;
    private final RegistryDeserializer deserializer;

    /** For Kafka, which configures it afterwards. */
    public RegistrySerde() {
        this.serializer = new RegistrySerializer();
        this.deserializer = new RegistryDeserializer();
    }

    public RegistrySerde(RecordCodec codec) {
        this.serializer = new RegistrySerializer(codec);
        this.deserializer = new RegistryDeserializer(codec);
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        serializer.configure(settings, isKey);
        deserializer.configure(settings, isKey);
    }

    @Override
    public Serializer<SpecificRecord> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<SpecificRecord> deserializer() {
        return deserializer;
    }
}
