package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static com.sentia.timescale.Changes.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactSinkIT {
    private static final String FACTS =
            "select entity, kind, attributes ->> 'sku', figures ->> 'amount', feed_rank, cause_kind"
                    + " from current_fact order by entity, event_time, attributes ->> 'sku'";

    private final List<RejectedRow<FactWrite>> rejected = Collections.synchronizedList(new ArrayList<>());
    private TestingTables tables;
    private BatchFlush<FactWrite> writer;

    @BeforeEach
    void start() throws SQLException {
        tables = TestingTables.empty();
        writer = writer();
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void writesEveryColumnOfAFact() throws Exception {
        FactRow fact = new FactRow(
                "goods",
                NOON + 1,
                Map.of("sku", "A\"\\\u00e9\n", "region", "UK"),
                Map.of("amount", new BigDecimal("-1234567890123.000001"), "units", BigDecimal.TEN));
        writer.write(List.of(new FactWrite("order/uk/1", NOON + 2, 3, NOON + 4, "LATE", List.of(fact), false)));

        assertThat(tables.rows(
                        "select entity, kind, event_time, attributes ->> 'sku' = E'A\"\\\\\u00e9\\n', attributes ->> 'region',"
                                + " figures ->> 'amount', (figures ->> 'units')::int, updated_at, feed_rank, fetched_at, cause_kind"
                                + " from current_fact"))
                .containsExactly("order/uk/1|goods|2026-03-01 12:00:00.000001+00|t|UK|-1234567890123.000001|10"
                        + "|2026-03-01 12:00:00.000002+00|3|2026-03-01 12:00:00.000004+00|LATE");
    }

    @Test
    void factsOfAHigherVersionReplaceThoseOfTheLower() throws Exception {
        writer.write(List.of(version(1, goods("A", 1), goods("B", 2), goods("B", 2))));
        assertThat(tables.rows(FACTS))
                .containsExactly("order/1|goods|A|1|1|EDIT", "order/1|goods|B|2|1|EDIT", "order/1|goods|B|2|1|EDIT");

        writer.write(List.of(version(2, goods("B", 3))));
        assertThat(tables.rows(FACTS)).containsExactly("order/1|goods|B|3|2|EDIT");
    }

    @Test
    void aStaleOrRepeatedVersionChangesNothing() throws Exception {
        writer.write(List.of(version(2, goods("A", 2))));
        String places = "select ctid, entity_id from fact";
        List<String> before = tables.rows(places);

        writer.write(List.of(version(1, goods("A", 1), goods("B", 1))));
        writer.write(List.of(version(2, goods("A", 2))));

        assertThat(tables.rows(FACTS)).containsExactly("order/1|goods|A|2|2|EDIT");
        assertThat(tables.rows(places)).isEqualTo(before);
    }

    @Test
    void anOlderVersionBringsNothingBackOfAnEntityWithoutFacts() throws Exception {
        writer.write(List.of(version(1, goods("A", 1))));
        writer.write(List.of(version(2)));
        writer.write(List.of(version(1, goods("A", 1))));

        assertThat(tables.rows(FACTS)).isEmpty();
        assertThat(tables.rows("select entity, feed_rank from fact_entity")).containsExactly("order/1|2");
    }

    @Test
    void ofVersionsInABatchTheHighestCounts() throws Exception {
        writer.write(List.of(version(2, goods("A", 2)), version(3, goods("A", 3)), version(1, goods("A", 1))));

        assertThat(tables.rows(FACTS)).containsExactly("order/1|goods|A|3|3|EDIT");
    }

    @Test
    void forgetsAnEntityThatHasNotChangedSince() throws Exception {
        writer.write(List.of(version(1, goods("A", 1))));

        writer.write(List.of(FactWrite.forgetting("order/1", NOON), FactWrite.forgetting("order/2", NOON)));
        assertThat(tables.rows(FACTS)).hasSize(1);

        writer.write(List.of(FactWrite.forgetting("order/1", NOON + 1)));
        assertThat(tables.rows(FACTS)).isEmpty();
        assertThat(tables.rows("select count(*) from fact_entity")).containsExactly("0");
    }

    @Test
    void handsOnTheOneEntityTheDatabaseRefuses() throws Exception {
        FactRow unfit = new FactRow("goods", NOON, Map.of("sku", "\u0000"), Map.of());
        writer.write(List.of(
                version(1, goods("A", 1)),
                new FactWrite("order/2", NOON, 1, NOON, "LATE", List.of(unfit), false),
                new FactWrite("order/3", NOON, 1, NOON, "LATE", List.of(goods("C", 1)), false)));

        assertThat(rejected)
                .singleElement()
                .satisfies(row -> assertThat(row.row().entity()).isEqualTo("order/2"));
        assertThat(tables.rows("select entity from current_fact order by 1")).containsExactly("order/1", "order/3");
    }

    @Test
    void ofWritersAtOnceTheHighestVersionsFactsStand() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
            List<FactWrite> script = new ArrayList<>();
            for (int entity = 0; entity < 20; entity++) {
                for (int rank = 1; rank <= 5; rank++) {
                    FactRow[] facts = new FactRow[rank];
                    java.util.Arrays.fill(facts, goods("A", rank));
                    script.add(new FactWrite("order/" + entity, NOON, rank, NOON, "EDIT", List.of(facts), false));
                }
            }
            Collections.shuffle(script, random);
            writers.add(() -> {
                try (BatchFlush<FactWrite> one = writer()) {
                    for (int from = 0; from < script.size(); from += 7) {
                        one.write(script.subList(from, Math.min(script.size(), from + 7)));
                    }
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(tables.rows(
                        "select count(*), count(distinct entity), min(feed_rank), min((figures ->> 'amount')::int)"
                                + " from current_fact"))
                .as("seed %d", seed)
                .containsExactly("100|20|5|5");
    }

    private BatchFlush<FactWrite> writer() {
        return new BatchFlush<>(
                tables.address(Role.SENTIA_WRITER), new FactBatch(), Duration.ofSeconds(60), rejected::add);
    }

    private static FactWrite version(int rank, FactRow... facts) {
        return new FactWrite("order/1", NOON, rank, NOON, "EDIT", List.of(facts), false);
    }

    private static FactRow goods(String sku, int amount) {
        return new FactRow(
                "goods", NOON - ONE_MINUTE, Map.of("sku", sku), Map.of("amount", BigDecimal.valueOf(amount)));
    }
}
