package com.sentia.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.topics.SubjectPreparation;
import com.sentia.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class RegistrySerdeTest {
    @Test
    void passesRecordsAndNullsThrough() {
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        new SubjectPreparation(registry).prepare(List.of(Topics.SALES_REFUND));
        SourceProgress progress = new SourceProgress("shopify", "uk", "order", Instant.EPOCH, Instant.EPOCH);
        try (RegistrySerde serde = new RegistrySerde(new RecordCodec(registry))) {
            serde.configure(Map.of(), false);

            byte[] bytes = serde.serializer().serialize("sales.refund.v1", progress);

            assertThat(serde.deserializer().deserialize("sales.refund.v1", bytes))
                    .isEqualTo(progress);
            assertThat(serde.serializer().serialize("sales.refund.v1", null)).isNull();
            assertThat(serde.deserializer().deserialize("sales.refund.v1", (byte[]) null))
                    .isNull();
        }
    }

    @Test
    void saysWhichSettingIsMissing() {
        try (RegistrySerde serde = new RegistrySerde()) {
            assertThatThrownBy(() -> serde.configure(Map.of(), false))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("registry.url");
            assertThatThrownBy(() -> serde.configure(Map.of("registry.url", "http://127.0.0.1:1"), true))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("keys are UTF-8 text");
        }
    }
}
