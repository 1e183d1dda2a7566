package com.sentia.verification.bench.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeededOrderTest {
    private static final int KILOBYTE = 1_024;

    @TempDir
    Path folder;

    @Test
    void isTheSameEachTime() {
        assertThat(SeededOrder.of(17, 3)).isEqualTo(SeededOrder.of(17, 3)).isNotEqualTo(SeededOrder.of(18, 3));
        assertThat(SeededOrder.numberOf(SeededOrder.of(17, 3).id())).isEqualTo(17);
    }

    @Test
    void standsInTheFileLineByLine() throws IOException {
        Path file = folder.resolve("orders.csv");

        OrdersFile.write(file, 2);

        List<String> lines = Files.readAllLines(file);
        SeededOrder second = SeededOrder.of(1, SeededOrder.LINES);
        assertThat(lines).hasSize(1 + 2 + 2 * SeededOrder.LINES);
        assertThat(lines.get(6))
                .startsWith(second.id() + "," + second.lines().get(0).sku() + ",")
                .endsWith(",United Kingdom");
    }

    @Test
    void isSmallAsARawRecordWithFewLines() throws IOException {
        RawRecord small = RawOrders.record("bench-10.myshopify.com", SeededOrder.of(99_999, RecordSize.SMALL.lines()));
        RawRecord large = RawOrders.record("bench-10.myshopify.com", SeededOrder.of(1, RecordSize.LARGE.lines()));

        assertThat(small.toByteBuffer().remaining()).isBetween(KILOBYTE * 3 / 4, KILOBYTE);
        assertThat(large.toByteBuffer().remaining()).isGreaterThan(4 * KILOBYTE);
        JsonNode payload = new ObjectMapper().readTree(small.getPayload().array());
        assertThat(payload.path("lineItems")).hasSize(RecordSize.SMALL.lines());
    }
}
