package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static com.sentia.timescale.Changes.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KpiSinkIT {
    private static final String VALUES =
            "select extract(minute from window_end)::int, trim_scale(value) from kpi_value order by series_id, window_end";
    private static final String HISTORY =
            "select trim_scale(value), revision from kpi_value_history order by window_end, revision";

    private TestingTables tables;
    private TestingWriter writer;

    @BeforeEach
    void start() throws SQLException {
        tables = TestingTables.empty();
        writer = TestingWriter.start(tables);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void keepsEveryColumnOfAChange() throws Exception {
        writer.write(KpiWrite.of(new KpiChange(
                "aov",
                2,
                Map.of("sku", "A\"B\\C"),
                "24h/5m",
                NOON + 1,
                false,
                new BigDecimal("12345678901234567890123456789012.123456"),
                List.of(new BigDecimal("-0.000001"), BigDecimal.TEN),
                5,
                2,
                false,
                List.of("SOURCE_INCOMPLETE", "A \"B\""),
                NOON + 2,
                writer.generation(),
                9)));

        assertThat(tables.rows("select kpi, kpi_version, dimensions->>'sku', time_window, window_end, value,"
                        + " components, fact_count, revision, flags, updated_at, generation, sequence"
                        + " from kpi_value join kpi_series using (series_id)"))
                .containsExactly("aov|2|A\"B\\C|24h/5m|2026-03-01 12:00:00.000001+00"
                        + "|12345678901234567890123456789012.123456|{-0.000001,10.000000}|5|2"
                        + "|{SOURCE_INCOMPLETE,\"A \\\"B\\\"\"}|2026-03-01 12:00:00.000002+00|" + writer.generation()
                        + "|9");
    }

    @Test
    void theLastOfTwoChangesInABatchWins() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1").by(0, 1),
                Changes.at(NOON).worth("2").by(0, 2),
                Changes.at(NOON + ONE_MINUTE).worth("3").by(0, 1),
                Changes.at(NOON + ONE_MINUTE).deleted().by(0, 2));

        assertThat(tables.rows(VALUES)).containsExactly("0|2");
    }

    @Test
    void aStaleChangeLosesInABatchAndAgainstTheTable() throws Exception {
        writer.write(
                Changes.at(NOON).worth("5").by(0, 5),
                Changes.at(NOON).worth("4").by(0, 4));
        writer.write(Changes.at(NOON).worth("3").by(0, 3));
        writer.write(Changes.at(NOON).deleted().by(0, 2));
        writer.write(Changes.at(NOON).worth("2").by(0, 5));

        assertThat(tables.rows(VALUES)).containsExactly("0|5");
    }

    @Test
    void anEarlierSequenceOfALaterGenerationWins() throws Exception {
        writer.write(Changes.at(NOON).worth("1").by(0, 100));
        try (TestingWriter later = TestingWriter.start(tables)) {
            later.write(Changes.at(NOON).worth("2").by(0, 1));
        }

        assertThat(tables.rows(VALUES)).containsExactly("0|2");
    }

    @Test
    void writesAMissingValueAndTakesRowsAway() throws Exception {
        writer.write(
                Changes.at(NOON).withoutWorth(), Changes.at(NOON + ONE_MINUTE).worth("1"));
        writer.write(Changes.at(NOON + ONE_MINUTE).deleted().by(0, 2));

        assertThat(tables.rows(VALUES)).containsExactly("0|null");
    }

    @Test
    void keepsWhatAFinalRowSaidWhenItIsRewrittenOrDeleted() throws Exception {
        writer.write(Changes.at(NOON).worth("1"), Changes.at(NOON + ONE_MINUTE).worth("2"));
        writer.write(
                Changes.at(NOON).worth("3").superseding(1).by(0, 2),
                Changes.at(NOON + ONE_MINUTE).deleted().superseding(1).by(0, 2));

        assertThat(tables.rows(HISTORY)).containsExactly("1|0", "2|0");
        assertThat(tables.rows("select trim_scale(value), revision from kpi_value"))
                .containsExactly("3|1");
        assertThat(tables.rows("select valid_to - valid_from from kpi_value_history"))
                .containsOnly("00:00:00.000001");
    }

    @Test
    void keepsNoHistoryOfARewriteThatSaysTheSameOrOfOpenRows() throws Exception {
        writer.write(Changes.at(NOON).worth("1"), Changes.at(NOON + ONE_MINUTE).worth("1"));
        writer.write(
                Changes.at(NOON).worth("1.000").superseding(1).by(0, 2),
                Changes.at(NOON + ONE_MINUTE).worth("2").by(0, 2));

        assertThat(tables.rows(HISTORY)).isEmpty();
    }

    @Test
    void keepsOnlyWhatCouldBeReadWhenARowIsSupersededTwiceInABatch() throws Exception {
        writer.write(Changes.at(NOON).worth("1"));
        writer.write(
                Changes.at(NOON).worth("2").superseding(1).by(0, 2),
                Changes.at(NOON).worth("3").superseding(2).by(0, 3));

        assertThat(tables.rows(HISTORY)).containsExactly("1|0");
        assertThat(tables.rows("select trim_scale(value), revision from kpi_value"))
                .containsExactly("3|2");
    }

    @Test
    void keepsTheFirstFinalValueThoughItIsSupersededInItsOwnBatch() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1").by(0, 1),
                Changes.at(NOON).worth("2").superseding(1).by(0, 2),
                Changes.at(NOON).deleted().superseding(2).by(0, 3));

        assertThat(tables.rows(HISTORY)).containsExactly("1|0");
        assertThat(tables.rows(VALUES)).isEmpty();
    }

    @Test
    void revisionNeverGoesBack() throws Exception {
        writer.write(Changes.at(NOON).worth("1").superseding(4));
        try (TestingWriter later = TestingWriter.start(tables)) {
            later.write(Changes.at(NOON).worth("1"));
        }

        assertThat(tables.rows("select revision from kpi_value")).containsExactly("4");
    }

    @Test
    void aRestatementIsWrittenOnce() throws Exception {
        Restatement restatement = new Restatement(
                "net_sales", 1, Map.of(), "1h/1m", "uk/1", "7", "EDIT", NOON, NOON, new BigDecimal("-1.5"), NOON);
        writer.write(KpiWrite.of(restatement), KpiWrite.of(restatement));
        writer.write(KpiWrite.of(restatement));

        assertThat(tables.rows("select cause_key, cause_version, cause_kind, first_delta from kpi_restatement"))
                .containsExactly("uk/1|7|EDIT|-1.500000");
    }

    @Test
    void progressIsWrittenWithItsRowsAndSourcesNeverGoBack() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1").by(writer.generation(), 1).write(),
                writer.progress(NOON),
                KpiWrite.of(new SourceProgressRow("shopify", "uk", "order", NOON, NOON)),
                KpiWrite.of(new SourceProgressRow("shopify", "uk", "order", NOON + 1, NOON)));
        writer.write(KpiWrite.of(new SourceProgressRow("shopify", "uk", "order", NOON - 1, NOON + 2)));

        assertThat(tables.rows("select final_to, counters from kpi_writer"))
                .containsExactly("2026-03-01 12:00:00+00|{\"late_records\": 3}");
        assertThat(tables.rows("select complete_to, at from source_progress"))
                .containsExactly("2026-03-01 12:00:00.000001+00|2026-03-01 12:00:00.000002+00");
    }

    @Test
    void aWriterWhoseGenerationIsNoLongerRegisteredIsFencedOff() throws Exception {
        try (TestingWriter later = TestingWriter.start(tables)) {
            later.write(Changes.at(NOON).worth("1"));

            assertThatThrownBy(() -> writer.write(Changes.at(NOON + ONE_MINUTE).worth("2")))
                    .hasRootCauseInstanceOf(FencedWriterException.class)
                    .hasMessageContaining("kpi/0 is fenced off");
        }
        assertThat(tables.rows(VALUES)).containsExactly("0|1");
    }

    @Test
    void aSubtaskBeyondANewParallelismIsFencedOff() throws Exception {
        try (TestingWriter second = TestingWriter.restore(tables, 1, 2, null);
                TestingWriter alone = TestingWriter.start(tables)) {
            alone.finalTo(NOON);

            assertThatThrownBy(() -> second.finalTo(NOON)).hasRootCauseInstanceOf(FencedWriterException.class);
        }
    }

    @Test
    void oneBadRowIsSetAsideAndTheOthersAreWritten() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1").by(writer.generation(), 1).write(),
                Changes.at(NOON + ONE_MINUTE)
                        .worth("1" + "0".repeat(40))
                        .by(writer.generation(), 1)
                        .write(),
                Changes.at(NOON + 2 * ONE_MINUTE)
                        .worth("3")
                        .by(writer.generation(), 1)
                        .write(),
                writer.progress(NOON));

        assertThat(tables.rows(VALUES)).containsExactly("0|1", "2|3");
        assertThat(writer.rejected).singleElement().satisfies(bad -> {
            assertThat(bad.row().change())
                    .extracting(KpiChange::windowEndMicros)
                    .isEqualTo(NOON + ONE_MINUTE);
            assertThat(bad.sqlState()).isEqualTo("22003");
        });
        assertThat(tables.rows("select final_to from kpi_writer")).containsExactly("2026-03-01 12:00:00+00");
    }
}
