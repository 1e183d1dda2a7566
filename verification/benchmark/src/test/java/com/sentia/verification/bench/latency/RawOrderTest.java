package com.sentia.verification.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.RawRecord;
import com.sentia.verification.bench.stack.Shop;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawOrderTest {
    private static final Instant PLACED = Instant.parse("2026-03-02T08:26:00Z");

    @Test
    void raisesTheVersionWithEachChange() throws IOException {
        RawOrder placed = new RawOrder(Shop.EU, 17, PLACED, PLACED, List.of(1, 2));
        RawOrder changed = new RawOrder(Shop.EU, 17, PLACED, PLACED.plusMillis(1), List.of(4, 2));

        assertThat(changed.key()).isEqualTo(placed.key()).isEqualTo("sentia-eu.myshopify.com/17");
        assertThat(changed.record().getVersion()).isGreaterThan(placed.record().getVersion());
        JsonNode payload = payload(changed.record());
        assertThat(payload.path("id").asText()).isEqualTo("gid://shopify/Order/17");
        assertThat(payload.path("processedAt").asText()).isEqualTo("2026-03-02T08:26:00Z");
        assertThat(payload.path("lineItems").findValuesAsText("quantity")).containsExactly("4", "2");
    }

    private static JsonNode payload(RawRecord record) throws IOException {
        byte[] bytes = new byte[record.getPayload().remaining()];
        record.getPayload().get(bytes);
        return new ObjectMapper().readTree(bytes);
    }
}
