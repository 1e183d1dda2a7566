package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static com.sentia.timescale.Changes.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.database.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewsIT {
    private static final String FROM_UNTIL = "select to_char(window_end, 'HH24:MI'), trim_scale(value), state"
            + " from kpi_series('net_sales', '{}', '1h/1m', '2026-03-01 %s+00', '2026-03-01 %s+00')";

    private static final String SWITCH = "select * from kpi_switch('kpi-2') order by 1";

    private TestingTables tables;
    private TestingWriter writer;

    @BeforeEach
    void start() throws SQLException {
        tables = TestingTables.empty();
        writer = TestingWriter.start(tables);
        try (Connection connection = tables.address(Role.SENTIA_WRITER).connect("test")) {
            KpiDefinition first = new KpiDefinition(
                    "net_sales", 1, "Net sales", "GBP", "gross - discounts", List.of("gross", "discounts"), List.of());
            KpiDefinitions.register(connection, "kpi", List.of(first));
            KpiDefinitions.activateFirst(connection, List.of(first));
        }
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void aSeriesCarriesInTheValueThatHoldsAtItsStart() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1"),
                Changes.at(NOON + 5 * ONE_MINUTE).worth("2"),
                Changes.at(NOON + 9 * ONE_MINUTE).worth("3"));

        assertThat(tables.rows(FROM_UNTIL.formatted("12:03", "12:08"))).containsExactly("12:03|1|OPEN", "12:05|2|OPEN");
        assertThat(tables.rows(FROM_UNTIL.formatted("12:05", "12:09"))).containsExactly("12:05|2|OPEN", "12:09|3|OPEN");
        assertThat(tables.rows(FROM_UNTIL.formatted("11:00", "11:59"))).isEmpty();
        assertThat(tables.rows(FROM_UNTIL.formatted("13:00", "14:00"))).containsExactly("13:00|3|OPEN");
    }

    @Test
    void statesFollowFinalToAndRevision() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1"),
                Changes.at(NOON + ONE_MINUTE).worth("2"),
                Changes.at(NOON + 2 * ONE_MINUTE).worth("3"));
        writer.finalTo(NOON + ONE_MINUTE);
        writer.write(Changes.at(NOON).worth("4").superseding(1).by(0, 2));

        assertThat(tables.rows("select state from kpi_change_point order by window_end"))
                .containsExactly("RESTATED", "FINAL", "OPEN");
    }

    @Test
    void nothingIsFinalWhileAWriterHasNotSpoken() throws Exception {
        try (TestingWriter one = TestingWriter.restore(tables, 0, 2, null)) {
            one.write(Changes.at(NOON).worth("1"));
            one.finalTo(NOON);
            assertThat(tables.rows("select state from kpi_change_point")).containsExactly("OPEN");

            try (TestingWriter two = TestingWriter.restore(tables, 1, 2, null)) {
                assertThat(tables.rows("select state from kpi_change_point")).containsExactly("OPEN");
                two.finalTo(NOON);
                assertThat(tables.rows("select state from kpi_change_point")).containsExactly("FINAL");
            }
        }
    }

    @Test
    void progressIsThatOfTheLastWholeStepAndDay() throws Exception {
        writer.write(
                Changes.at(NOON).worth("1").by(writer.generation(), 1).write(),
                KpiWrite.of(new SourceProgressRow("shopify", "uk", "order", NOON, NOON)),
                KpiWrite.of(new SourceProgressRow("shopify", "eu", "order", NOON + ONE_MINUTE, NOON)),
                writer.progress(NOON + 90_000_000L));

        assertThat(tables.rows("select kpi, time_window, final_to, complete_to from kpi_progress"))
                .containsExactly("net_sales|1h/1m|2026-03-01 12:01:00+00|2026-03-01 12:00:00+00");
    }

    @Test
    void progressOfCalendarWindowsIsThatOfTheirLastEndInTheBusinessZone() throws Exception {
        tables.execute(
                "insert into kpi_series (kpi, kpi_version, dimensions, time_window) select 'net_sales', 1, '{}', unit"
                        + " from unnest(array['hour', 'day', 'week', 'month', 'quarter']) unit");
        writer.write(writer.progress(Changes.micros("2026-10-25T01:30:00Z")));

        assertThat(tables.rows("select time_window, final_to from kpi_progress order by final_to, time_window desc"))
                .containsExactly(
                        "quarter|2026-09-30 23:00:00+00",
                        "month|2026-09-30 23:00:00+00",
                        "week|2026-10-18 23:00:00+00",
                        "day|2026-10-24 23:00:00+00",
                        "hour|2026-10-25 01:00:00+00");
    }

    @Test
    void versionsOfADeploymentAreShownTogetherOnceItHasComeAsFarAsTheOneShown() throws Exception {
        writer.finalTo(NOON + ONE_MINUTE);
        try (Connection connection = tables.address(Role.SENTIA_WRITER).connect("test")) {
            KpiDefinitions.register(connection, "kpi-2", List.of(changed("net_sales", 2), changed("units", 1)));
            assertThat(switched(connection)).as("while no writer has started").isEmpty();

            WriterGeneration.take(connection, "kpi-2", 0, 1, NOON);
            assertThat(switched(connection)).as("while it is behind").isEmpty();
            assertThat(tables.rows("select kpi_version from kpi_active")).containsExactly("1");

            WriterGeneration.take(connection, "kpi-2", 0, 1, NOON + ONE_MINUTE);
            assertThat(switched(connection)).containsExactly("net_sales|2", "units|1");
            assertThat(tables.rows("select kpi, kpi_version from kpi_active order by 1"))
                    .containsExactly("net_sales|2", "units|1");
            assertThat(switched(connection)).as("a second time").isEmpty();
        }
    }

    @Test
    void eachVersionIsFinalAsFarAsItsOwnDeployment() throws Exception {
        tables.execute("insert into kpi_series (kpi, kpi_version, dimensions, time_window)"
                + " values ('net_sales', 1, '{}', '1h/1m'), ('net_sales', 2, '{}', '1h/1m')");
        writer.finalTo(NOON);
        try (Connection connection = tables.address(Role.SENTIA_WRITER).connect("test")) {
            KpiDefinitions.register(connection, "kpi-2", List.of(changed("net_sales", 2)));
            WriterGeneration.take(connection, "kpi-2", 0, 1, NOON - ONE_MINUTE);
        }

        assertThat(tables.rows("select kpi_version, final_to from kpi_progress order by 1"))
                .containsExactly("1|2026-03-01 12:00:00+00", "2|2026-03-01 11:59:00+00");
    }

    @Test
    void aVersionBelongsToOneDeployment() throws Exception {
        try (Connection connection = tables.address(Role.SENTIA_WRITER).connect("test")) {
            assertThatThrownBy(() -> KpiDefinitions.register(connection, "kpi-2", List.of(changed("net_sales", 1))))
                    .hasMessageContaining("net_sales");
        }
    }

    /** As the writer's role: readers may not. */
    private static List<String> switched(Connection connection) throws SQLException {
        List<String> switched = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SWITCH)) {
            while (rows.next()) {
                switched.add(rows.getString(1) + "|" + rows.getInt(2));
            }
        }
        return switched;
    }

    private static KpiDefinition changed(String kpi, int version) {
        return new KpiDefinition(kpi, version, "Net sales", "GBP", "gross", List.of("gross"), List.of());
    }
}
