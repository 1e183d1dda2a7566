package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateSinkIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String RATES =
            "select currency, day, quote, trim_scale(rate), unit, feed_rank from fx_rate order by 1, 2";
    private static final String HISTORY =
            "select feed_rank, trim_scale(rate), valid_from <= valid_to from fx_rate_history order by valid_from, feed_rank";
    private static final String HISTORY_WITHOUT_GAPS = """
            with version as (
                select currency, day, valid_from, valid_to from fx_rate_history
                union all
                select currency, day, known_since, 'infinity' from fx_rate
            ), lined_up as (
                select valid_to, lead(valid_from, 1, 'infinity') over (partition by currency, day order by valid_from, valid_to) as next
                from version
            )
            select count(*) from lined_up where valid_to <> next
            """;

    private final List<RejectedRow<RateRow>> rejected = Collections.synchronizedList(new ArrayList<>());
    private TestingTables tables;
    private BatchFlush<RateRow> writer;

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
    void writesEveryColumnOfARate() throws Exception {
        writer.write(List.of(new RateRow(
                "EUR",
                MONDAY.toEpochDay(),
                "GBP",
                new BigDecimal("999999.123456789"),
                "fx-load",
                NOON + 1,
                3,
                NOON + 2)));

        assertThat(tables.rows("select currency, day, quote, rate, unit, updated_at, feed_rank, fetched_at,"
                        + " known_since between now() - interval '1 hour' and now() from fx_rate"))
                .containsExactly("EUR|2026-03-02|GBP|999999.123456789|fx-load|2026-03-01 12:00:00.000001+00|3"
                        + "|2026-03-01 12:00:00.000002+00|t");
    }

    @Test
    void aHigherVersionReplacesTheLowerWhichGoesToHistory() throws Exception {
        writer.write(List.of(rate(MONDAY, 1, "0.8", "a")));
        writer.write(List.of(rate(MONDAY, 2, "0.9", "b"), rate(MONDAY.plusDays(1), 1, "0.7", "a")));

        assertThat(tables.rows(RATES)).containsExactly("EUR|2026-03-02|GBP|0.9|b|2", "EUR|2026-03-03|GBP|0.7|a|1");
        assertThat(tables.rows(HISTORY)).containsExactly("1|0.8|t");
        assertThat(tables.rows(HISTORY_WITHOUT_GAPS)).containsExactly("0");
    }

    @Test
    void aStaleOrRepeatedVersionChangesNothing() throws Exception {
        writer.write(List.of(rate(MONDAY, 2, "0.9", "b")));
        String row = "select ctid, known_since from fx_rate";
        List<String> before = tables.rows(row);

        writer.write(List.of(rate(MONDAY, 1, "0.8", "z")));
        writer.write(List.of(rate(MONDAY, 2, "0.9", "b")));
        writer.write(List.of(rate(MONDAY, 2, "0.8", "a")));

        assertThat(tables.rows(RATES)).containsExactly("EUR|2026-03-02|GBP|0.9|b|2");
        assertThat(tables.rows(row)).isEqualTo(before);
        assertThat(tables.rows(HISTORY)).isEmpty();
    }

    @Test
    void aHigherVersionThatSaysTheSameIsNoChange() throws Exception {
        writer.write(List.of(rate(MONDAY, 1, "0.9", "a")));
        List<String> before = tables.rows("select known_since from fx_rate");

        writer.write(List.of(rate(MONDAY, 2, "0.900", "b")));

        assertThat(tables.rows(RATES)).containsExactly("EUR|2026-03-02|GBP|0.9|b|2");
        assertThat(tables.rows("select known_since from fx_rate")).isEqualTo(before);
        assertThat(tables.rows(HISTORY)).isEmpty();
    }

    @Test
    void ofEqualVersionsTheGreaterUnitHasTheLastWord() throws Exception {
        writer.write(List.of(rate(MONDAY, 1, "0.8", "rates"), rate(MONDAY, 1, "0.9", "Zulu")));
        assertThat(tables.rows(RATES)).containsExactly("EUR|2026-03-02|GBP|0.8|rates|1");

        writer.write(List.of(rate(MONDAY, 1, "0.7", "sheet")));
        assertThat(tables.rows(RATES)).containsExactly("EUR|2026-03-02|GBP|0.7|sheet|1");
    }

    @Test
    void aRateThatIsTakenAwayStaysAsAGuardAndALaterVersionRevivesIt() throws Exception {
        writer.write(List.of(rate(MONDAY, 1, "0.8", "a")));
        writer.write(List.of(rate(MONDAY, 2, null, "a")));
        writer.write(List.of(rate(MONDAY, 1, "0.8", "a")));
        assertThat(tables.rows(RATES)).containsExactly("EUR|2026-03-02|GBP|null|a|2");

        writer.write(List.of(rate(MONDAY, 3, "0.9", "a")));
        assertThat(tables.rows(RATES)).containsExactly("EUR|2026-03-02|GBP|0.9|a|3");
        assertThat(tables.rows(HISTORY)).containsExactly("1|0.8|t", "2|null|t");
    }

    @Test
    void tellsTheRatesAsTheyWereKnown() throws Exception {
        writer.write(List.of(rate(MONDAY, 2, "0.9", "a"), rate(MONDAY.plusDays(1), 1, "0.7", "a")));
        tables.execute("update fx_rate set known_since = '2026-03-04 12:00+00' where day = '2026-03-02'");
        tables.execute("update fx_rate set known_since = '2026-03-05 12:00+00', rate = null where day = '2026-03-03'");
        tables.execute("insert into fx_rate_history select currency, day, quote, 0.8, unit, updated_at, 1, fetched_at,"
                + " '2026-03-03 12:00+00', '2026-03-04 12:00+00' from fx_rate where day = '2026-03-02'");
        tables.execute("insert into fx_rate_history select currency, day, quote, 0.7, unit, updated_at, 0, fetched_at,"
                + " '2026-03-04 12:00+00', '2026-03-05 12:00+00' from fx_rate where day = '2026-03-03'");

        assertThat(known("2026-03-03 11:59:59.999999")).isEmpty();
        assertThat(known("2026-03-03 12:00")).containsExactly("2026-03-02|0.8|2026-03-03 12:00:00+00");
        assertThat(known("2026-03-04 12:00"))
                .containsExactly("2026-03-02|0.9|2026-03-04 12:00:00+00", "2026-03-03|0.7|2026-03-04 12:00:00+00");
        assertThat(known("2026-03-05 12:00")).containsExactly("2026-03-02|0.9|2026-03-04 12:00:00+00");
    }

    @Test
    void handsOnTheOneRateTheDatabaseRefuses() throws Exception {
        writer.write(List.of(rate(MONDAY, 1, "0.8", "a"), rate(MONDAY.plusDays(1), 1, "0.8", "\u0000")));

        assertThat(rejected)
                .singleElement()
                .satisfies(row -> assertThat(row.row().unit()).isEqualTo("\u0000"));
        assertThat(tables.rows(RATES)).containsExactly("EUR|2026-03-02|GBP|0.8|a|1");
    }

    @Test
    void ofWritersAtOnceTheHighestVersionsStandAndHistoryHasNoGaps() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
            List<RateRow> script = new ArrayList<>();
            for (int day = 0; day < 20; day++) {
                for (int rank = 1; rank <= 5; rank++) {
                    script.add(rate(MONDAY.plusDays(day), rank, "0." + rank, "a"));
                }
            }
            Collections.shuffle(script, random);
            writers.add(() -> {
                try (BatchFlush<RateRow> own = writer()) {
                    for (int from = 0; from < script.size(); from += 7) {
                        own.write(script.subList(from, Math.min(from + 7, script.size())));
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

        assertThat(tables.rows("select count(*), min(feed_rank), min(rate)::float from fx_rate"))
                .as("seed %d", seed)
                .containsExactly("20|5|0.5");
        assertThat(tables.rows(HISTORY_WITHOUT_GAPS)).as("seed %d", seed).containsExactly("0");
    }

    private List<String> known(String at) throws SQLException {
        return tables.rows("select day, trim_scale(rate), known_since from fx_rates_as_of('" + at + "+00') order by 1");
    }

    private BatchFlush<RateRow> writer() {
        return new BatchFlush<>(
                tables.address(Role.SENTIA_WRITER), new RateBatch(), Duration.ofSeconds(60), rejected::add);
    }

    private static RateRow rate(LocalDate day, int rank, @Nullable String rate, String unit) {
        return new RateRow(
                "EUR", day.toEpochDay(), "GBP", rate == null ? null : new BigDecimal(rate), unit, NOON, rank, NOON);
    }
}
