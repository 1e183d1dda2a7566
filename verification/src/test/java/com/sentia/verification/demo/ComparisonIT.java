package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.database.Role;
import com.sentia.settings.Secret;
import com.sentia.testkit.TestingPostgres;
import com.sentia.timescale.DatabaseAddress;
import com.sentia.timescale.Migrate;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison against a real database that holds what is expected, but for one thing at a time. */
class ComparisonIT {
    private static final String AFTER_ALL = "2011-07-01T00:00Z";
    private static final String ONE_DAY_OF_UNITS =
            "series_id = (select series_id from kpi_series where kpi = 'units' and kpi_version = 1 and dimensions = '{}'"
                    + " and time_window = 'day') and window_end = '2011-03-27T00:00Z'";
    private static final String ONE_DAY_OF_NET_SALES = ONE_DAY_OF_UNITS.replace("'units'", "'net_sales'");

    private final TestingPostgres postgres = TestingPostgres.shared();

    @TempDir
    private Path folder;

    private Recomputed file;

    @BeforeEach
    void fill() throws SQLException {
        postgres.reset();
        Migrate.run(
                new DatabaseAddress(postgres.jdbcUrl(), Role.SENTIA_OWNER.user(), postgres.password(Role.SENTIA_OWNER)),
                Role.SENTIA_WRITER.user(),
                Role.SENTIA_READER.user());
        file = Recomputed.from(folder, HandComputedTest.FILE, 0);
        try (Connection database = postgres.connect(Role.SENTIA_OWNER)) {
            PipelineOfExpected.write(file, database, AFTER_ALL);
        }
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void findsNoDifferenceWhereThereIsNone() throws SQLException {
        Comparison.Values values = compareAfter("select 1");

        assertThat(values.firstDifferences()).isEmpty();
        assertThat(values.compared()).isEqualTo(values.expected()).isGreaterThan(200);
        assertThat(values.wrong() + values.missing() + values.extra() + values.notFinal())
                .isZero();
        assertThat(values.uncovered()).isEmpty();
    }

    @Test
    void findsAValueWrongByAMillionth() throws SQLException {
        Comparison.Values values =
                compareAfter("update kpi_value set value = value + 0.000001 where " + ONE_DAY_OF_UNITS);

        assertThat(values.wrong()).isEqualTo(1);
        assertThat(values.firstDifferences())
                .extracting(Comparison.Difference::line)
                .containsExactly(
                        "wrong units {} day to 2011-03-27T00:00:00Z: expected 13.000000 [] of 3, found 13.000001 [] of 3");
    }

    @Test
    void findsAWrongComponent() throws SQLException {
        assertThat(compareAfter("update kpi_value set components[2] = 31.31 where " + ONE_DAY_OF_NET_SALES)
                        .firstDifferences())
                .extracting(Comparison.Difference::line)
                .containsExactly("wrong net_sales {} day to 2011-03-27T00:00:00Z:"
                        + " expected 30.050000 [31.300000, 1.250000, 0.000000] of 4,"
                        + " found 30.050000 [31.310000, 1.250000, 0.000000] of 4");
    }

    @Test
    void findsAWrongCountOfFacts() throws SQLException {
        assertThat(compareAfter("update kpi_value set fact_count = 4 where " + ONE_DAY_OF_UNITS)
                        .wrong())
                .isEqualTo(1);
    }

    @Test
    void findsComponentsThatShouldNotBeThere() throws SQLException {
        assertThat(compareAfter("update kpi_value set components = array[1] where " + ONE_DAY_OF_UNITS)
                        .wrong())
                .isEqualTo(1);
    }

    @Test
    void findsAMissingAndAnExtraRow() throws SQLException {
        Comparison.Values values = compareAfter(
                "update kpi_value set window_end = window_end + interval '1 hour' where " + ONE_DAY_OF_UNITS);

        assertThat(values.missing()).isEqualTo(1);
        assertThat(values.extra()).isEqualTo(1);
        assertThat(values.compared()).isEqualTo(values.expected() - 1);
    }

    @Test
    void findsASeriesThatShouldNotBeThere() throws SQLException {
        Comparison.Values values = compareAfter(
                "update kpi_series set time_window = '2h/1m' where time_window = '1h/1m' and kpi = 'aov' and dimensions = '{}'");

        assertThat(values.extra()).isPositive().isEqualTo(values.missing());
    }

    @Test
    void tellsWhatHasNoValuesAtAll() throws SQLException {
        assertThat(compareAfter("delete from kpi_value where series_id in (select series_id from kpi_series"
                                + " where kpi = 'returns' and dimensions <> '{}' and time_window = '24h/5m')")
                        .uncovered())
                .containsExactly("returns by region over 24h/5m");
    }

    @Test
    void leavesOutWhatIsNotFinal() throws SQLException {
        Comparison.Values values =
                compareAfter("update kpi_writer set final_to = '2011-03-27T00:00Z' where subtask = 1;"
                        + " update kpi_value set value = 0 where window_end > '2011-03-27T00:00Z'");

        assertThat(values.wrong() + values.missing() + values.extra()).isZero();
        assertThat(values.notFinal()).isPositive();
    }

    @Test
    void refusesToCompareBeforeEveryWriterHasSpoken() {
        assertThatThrownBy(() -> compareAfter("update kpi_writer set final_to = null where subtask = 0"))
                .isInstanceOf(CheckException.class)
                .hasMessageContaining("final");
    }

    private Comparison.Values compareAfter(String change) throws SQLException {
        try (Connection database = postgres.connect(Role.SENTIA_OWNER);
                Statement statement = database.createStatement()) {
            statement.execute(change);
        }
        PipelineTables.copy(
                file.workbench(),
                folder,
                new DemoCheckSettings.Pipeline(
                        postgres.url(),
                        Role.SENTIA_READER.user(),
                        new Secret(postgres.password(Role.SENTIA_READER)),
                        "127.0.0.1:1",
                        URI.create("http://127.0.0.1:1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        folder.resolve("report.json")));
        return Comparison.values(file.workbench());
    }
}
