package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static com.sentia.timescale.Changes.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.database.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was known when. A change point is written a microsecond, times its sequence, after its window's end. */
class AsOfIT {
    private static final String VALUE = "select to_char(window_end, 'HH24:MI'), trim_scale(value), revision"
            + " from kpi_value_as_of('net_sales', '{}', '%s', timestamptz '2026-03-01 %s+00', timestamptz '2026-03-01 12:00+00'"
            + " + %s * interval '1 microsecond')";
    private static final String FROM_NOON =
            "select to_char(window_end, 'HH24:MI'), trim_scale(value) from kpi_series_as_of('net_sales',"
                    + " '{}', '1h/1m', timestamptz '2026-03-01 %s+00', '2026-03-01 13:00+00', timestamptz '2026-03-01 12:00+00'"
                    + " + %s * interval '1 microsecond')";

    private TestingTables tables;
    private TestingWriter writer;

    @BeforeEach
    void start() throws SQLException {
        tables = TestingTables.empty();
        writer = TestingWriter.start(tables);
        try (Connection connection = tables.address(Role.SENTIA_WRITER).connect("test")) {
            KpiDefinition first = new KpiDefinition(
                    "net_sales", 1, "Net sales", "GBP", "gross", List.of("gross", "discounts"), List.of());
            KpiDefinitions.register(connection, "kpi", List.of(first));
            KpiDefinitions.activateFirst(connection, List.of(first));
        }
        tables.execute("update kpi_active set activated_at = '2026-03-01 11:00+00'");
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void aRestatedValueIsKnownFromItsRestatementOn() throws Exception {
        writer.write(Changes.at(NOON).worth("1"));
        writer.write(Changes.at(NOON).worth("2").superseding(1).by(0, 10));
        writer.write(Changes.at(NOON).worth("3").superseding(2).by(0, 20));

        assertThat(known("12:00", 0)).isEmpty();
        assertThat(known("12:00", 1)).containsExactly("12:00|1|0");
        assertThat(known("12:00", 9)).containsExactly("12:00|1|0");
        assertThat(known("12:00", 10)).containsExactly("12:00|2|1");
        assertThat(known("12:00", 20)).containsExactly("12:00|3|2");
    }

    @Test
    void aChangePointHoldsUntilTheNextThatWasKnown() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1"),
                Changes.at(NOON + ONE_MINUTE).worth("2").by(0, 1));

        assertThat(known("12:00", 70_000_000)).containsExactly("12:00|1|0");
        assertThat(known("12:01", 70_000_000)).containsExactly("12:01|2|0");
        assertThat(known("12:30", 70_000_000)).containsExactly("12:01|2|0");
        assertThat(known("12:01", 1_000)).as("an end that had not come").isEmpty();
    }

    @Test
    void aChangePointThatARestatementMadeWasNotThereBefore() throws Exception {
        writer.write(Changes.at(NOON).worth("1"));
        writer.write(Changes.at(NOON + ONE_MINUTE).worth("5").superseding(1).by(0, 90_000_000));

        assertThat(known("12:01", 100_000_000)).containsExactly("12:00|1|0");
        assertThat(known("12:01", 200_000_000)).containsExactly("12:01|5|1");
    }

    /** A late fact changes an hour of ends; at the end after them the value is what it was, which is a change now. */
    @Test
    void aChangePointBehindARestatementWasNotThereBeforeThoughItsRevisionIsNone() throws Exception {
        writer.write(Changes.at(NOON).worth("1"));
        writer.write(
                Changes.at(NOON + ONE_MINUTE).worth("5").superseding(1).by(0, 90_000_000),
                Changes.at(NOON + 2 * ONE_MINUTE).worth("1").superseding(0).by(0, 30_000_000));

        assertThat(known("12:02", 149_000_000)).containsExactly("12:00|1|0");
        assertThat(known("12:02", 150_000_000)).containsExactly("12:02|1|0");

        writer.write(Changes.at(NOON + 2 * ONE_MINUTE).deleted().superseding(1).by(0, 80_000_000));
        assertThat(known("12:02", 149_000_000)).containsExactly("12:00|1|0");
        assertThat(known("12:02", 199_000_000)).containsExactly("12:02|1|0");
        assertThat(known("12:02", 200_000_000)).containsExactly("12:01|5|1");
    }

    @Test
    void aChangePointThatARestatementTookAwayWasThereBefore() throws Exception {
        writer.write(Changes.at(NOON).worth("1"), Changes.at(NOON + ONE_MINUTE).worth("2"));
        writer.write(Changes.at(NOON + ONE_MINUTE).deleted().superseding(1).by(0, 90_000_000));

        assertThat(known("12:01", 100_000_000)).containsExactly("12:01|2|0");
        assertThat(known("12:01", 200_000_000)).containsExactly("12:00|1|0");
    }

    @Test
    void aReplayTakesNothingFromWhatWasKnown() throws Exception {
        writer.write(Changes.at(NOON).worth("1"));
        try (TestingWriter again = TestingWriter.start(tables)) {
            again.write(Changes.at(NOON).worth("1.000000").by(0, 500));
        }

        assertThat(known("12:00", 1)).containsExactly("12:00|1|0");
    }

    @Test
    void aCalendarWindowIsOnlyItsOwn() throws Exception {
        writer.write(day("2026-03-01T12:00:00Z", "7"));

        assertThat(tables.rows(VALUE.formatted("day", "12:00", 1))).containsExactly("12:00|7|0");
        assertThat(tables.rows(VALUE.formatted("day", "12:01", 100))).isEmpty();
    }

    @Test
    void aSeriesEndsWhereItHadNotComeByThen() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1"),
                Changes.at(NOON + ONE_MINUTE).worth("2"),
                Changes.at(NOON + 2 * ONE_MINUTE).worth("3"));
        writer.write(Changes.at(NOON).worth("9").superseding(1).by(0, 300_000_000));

        assertThat(tables.rows(FROM_NOON.formatted("12:00", 100_000_000))).containsExactly("12:00|1", "12:01|2");
        assertThat(tables.rows(FROM_NOON.formatted("12:01", 400_000_000))).containsExactly("12:01|2", "12:02|3");
        assertThat(tables.rows(FROM_NOON.formatted("12:05", 200_000_000))).containsExactly("12:05|3");
        assertThat(tables.rows(FROM_NOON.formatted("12:00", 400_000_000)))
                .containsExactly("12:00|9", "12:01|2", "12:02|3");
    }

    @Test
    void refusesATimeBeforeTheDefinitionWasActivated() {
        assertThatThrownBy(() -> known("12:00", -3_700_000_000L))
                .hasMessageContaining("version 1 of net_sales is shown since 2026-03-01 11:00:00+00")
                .hasMessageContaining("Hint: ask for what was known at 2026-03-01 11:00:00+00 or later");
        assertThatThrownBy(() -> tables.rows("select * from kpi_value_as_of('profit', '{}', 'day', now(), now())"))
                .hasMessageContaining("there is no KPI 'profit'");
    }

    @Test
    void tellsTheRestatementsThatTouchAWindow() throws Exception {
        writer.write(
                restatement("order/uk/1", NOON, NOON + ONE_MINUTE), restatement("order/uk/2", NOON - ONE_MINUTE, NOON));

        String touching =
                "select cause_key, cause_kind, trim_scale(first_delta) from kpi_restatements('net_sales', '{}', '1h/1m',"
                        + " '2026-03-01 %s+00')";
        assertThat(tables.rows(touching.formatted("11:59"))).containsExactly("order/uk/2|EDIT|-4");
        assertThat(tables.rows(touching.formatted("12:00")))
                .containsExactly("order/uk/1|EDIT|-4", "order/uk/2|EDIT|-4");
        assertThat(tables.rows(touching.formatted("12:01:59"))).containsExactly("order/uk/1|EDIT|-4");
        assertThat(tables.rows(touching.formatted("12:02"))).isEmpty();
    }

    private List<String> known(String end, long micros) throws SQLException {
        return tables.rows(VALUE.formatted("1h/1m", end, micros));
    }

    private KpiWrite day(String end, String worth) {
        KpiChange rolling = Changes.at(Changes.micros(end))
                .worth(worth)
                .by(writer.generation(), 1)
                .change();
        return KpiWrite.of(new KpiChange(
                rolling.kpi(),
                1,
                Map.of(),
                "day",
                rolling.windowEndMicros(),
                false,
                rolling.value(),
                rolling.components(),
                7,
                0,
                false,
                List.of(),
                rolling.updatedAtMicros(),
                rolling.generation(),
                1));
    }

    private static KpiWrite restatement(String cause, long first, long last) {
        return KpiWrite.of(new Restatement(
                "net_sales",
                1,
                Map.of(),
                "1h/1m",
                cause,
                "1.2.3",
                "EDIT",
                first,
                last,
                java.math.BigDecimal.valueOf(-4),
                NOON));
    }
}
