package com.sentia.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectPreparationTest {
    @Test
    void givesTheSameIdsWheneverItIsRepeated() {
        SubjectPreparation preparation = new SubjectPreparation(new MockSchemaRegistryClient());

        assertThat(preparation.prepare(Topics.ALL)).isNotEmpty().isEqualTo(preparation.prepare(Topics.ALL));
    }

    @Test
    void saysWhichSubjectCannotFollowAndWhatToDo() throws IOException {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/config", exchange -> answer(exchange, 200, "{\"compatibility\": \"BACKWARD\"}"));
        registry.createContext(
                "/subjects", exchange -> answer(exchange, 409, "{\"error_code\": 409, \"message\": \"incompatible\"}"));
        registry.start();
        try {
            assertThatThrownBy(
                            () -> preparationAt(registry.getAddress().getPort()).prepare(List.of(Topics.KPI_VALUE)))
                    .isInstanceOf(PreparationException.class)
                    .hasMessageContaining("kpi.value.v1-com.sentia.schemas.KpiValue can't follow the one registered")
                    .hasMessageContaining("start a new version of the topic");
        } finally {
            registry.stop(0);
        }
    }

    @Test
    void saysThatTheRegistryIsAway() {
        assertThatThrownBy(() -> preparationAt(1).prepare(Topics.ALL))
                .isInstanceOf(PreparationException.class)
                .hasMessageContaining("the registry does not take compatibility BACKWARD");
    }

    private static SubjectPreparation preparationAt(int port) {
        return new SubjectPreparation(new CachedSchemaRegistryClient("http://127.0.0.1:" + port, 10));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
