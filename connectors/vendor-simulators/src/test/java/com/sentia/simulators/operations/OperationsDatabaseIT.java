package com.sentia.simulators.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.database.Role;
import com.sentia.settings.Secret;
import com.sentia.testkit.TestingPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsDatabaseIT {
    private static final String RATE = "insert into operations.fx_rate"
            + " (base_currency, quote_currency, day, rate, published_at, operator_name, updated_at)"
            + " values ('EUR', 'GBP', '2026-03-02', 0.86, now(), 'Jane Doe', operations.source_clock())";
    private static final String DELETIONS = "select entity || ' ' || id from operations.deletion";
    private static final String LEAST_PROGRESS = "select min(complete_to)::text from operations.capture_progress";

    private static TestingPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = TestingPostgres.shared();
    }

    @BeforeEach
    void makeAnew() {
        postgres.resetOperations();
        migrate();
    }

    @Test
    void migratesAgainWithoutChange() {
        migrate();

        assertThat(ask(Role.OPERATIONS_OWNER, "select count(*) from operations.capture_progress"))
                .isEqualTo("20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into operations.target values ('otif', 'company', '2026-03-01', 95, null, null, now())",
                "update operations.fx_rate set rate = 2",
                "delete from operations.fx_rate",
                "update operations.capture_progress set complete_to = now()",
                "insert into operations.deletion values ('fx_rate', 'x', now())",
                "select * from operations.simulated_clock",
                "select operations.source_clock()",
                "create table operations.mine (n integer)",
                "create table public.mine (n integer)",
                "create schema mine",
                "select count(*) from public.flyway_schema_history"
            })
    void letsCaptureDoNothingBesideCapturing(String statement) {
        run(Role.OPERATIONS_OWNER, RATE);

        assertThatThrownBy(() -> run(Role.OPERATIONS_CAPTURE, statement)).hasMessageContaining("permission denied");
    }

    @Test
    void letsCaptureReadWhatIsCapturedAndMarkProgress() {
        run(Role.OPERATIONS_OWNER, RATE);

        assertThat(ask(Role.OPERATIONS_CAPTURE, "select base_currency from operations.fx_rate"))
                .isEqualTo("EUR");
        run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");

        assertThat(ask(
                        Role.OPERATIONS_CAPTURE,
                        "select min(marked_at) > now() - interval '1 hour'" + " from operations.capture_progress"))
                .isEqualTo("t");
    }

    @Test
    void keepsCaptureOutOfTheOtherDatabase() {
        assertThat(ask(
                        Role.OPERATIONS_OWNER,
                        "select has_database_privilege('operations_capture', 'sentia', 'connect')"
                                + " or has_database_privilege('operations_owner', 'sentia', 'connect')"
                                + " or has_database_privilege('sentia_reader', 'sentia_operations', 'connect')"))
                .isEqualTo("f");
    }

    @Test
    void remembersDeletionsUntilTheKeyComesBack() {
        run(Role.OPERATIONS_OWNER, RATE);
        assertThat(ask(Role.OPERATIONS_OWNER, DELETIONS)).isEmpty();

        run(Role.OPERATIONS_OWNER, "delete from operations.fx_rate");
        assertThat(ask(Role.OPERATIONS_OWNER, DELETIONS)).isEqualTo("fx_rate EUR/GBP/2026-03-02");

        run(Role.OPERATIONS_OWNER, RATE);
        assertThat(ask(Role.OPERATIONS_OWNER, DELETIONS)).isEmpty();
    }

    @Test
    void remembersTheFormerKeyOfARowThatGetsAnother() {
        run(Role.OPERATIONS_OWNER, RATE);

        run(Role.OPERATIONS_OWNER, "update operations.fx_rate set rate = 0.87");
        assertThat(ask(Role.OPERATIONS_OWNER, DELETIONS)).isEmpty();

        run(Role.OPERATIONS_OWNER, "update operations.fx_rate set day = '2026-03-03'");
        assertThat(ask(Role.OPERATIONS_OWNER, DELETIONS)).isEqualTo("fx_rate EUR/GBP/2026-03-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production_run", "machine_reading", "quality_inspection", "target", "fx_rate"})
    void refusesToTruncateWhatIsCaptured(String table) {
        assertThatThrownBy(() -> run(Role.OPERATIONS_OWNER, "truncate operations." + table))
                .hasMessageContaining(table + " is captured");
    }

    @Test
    void marksNoProgressBeyondATransactionThatMayStillWrite() throws SQLException {
        try (Connection writer = postgres.connect(Role.OPERATIONS_OWNER);
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            String takenAt = ask(statement, "select operations.source_clock()::text");
            run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress(), pg_sleep(1.1)");
            run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");

            assertThat(isBefore(ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS), takenAt))
                    .isTrue();
            writer.commit();
        }
        String end = ask(Role.OPERATIONS_OWNER, "select clock_timestamp()::text");
        run(Role.OPERATIONS_OWNER, "select pg_sleep(1.1)");
        run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");

        assertThat(isBefore(end, ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS))).isTrue();
    }

    @Test
    void isNotHeldUpByWhoOnlyReads() throws SQLException {
        try (Connection reader = postgres.connect(Role.OPERATIONS_CAPTURE);
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            String begun = ask(statement, "select clock_timestamp()::text");
            run(Role.OPERATIONS_OWNER, "select pg_sleep(1.1)");
            run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");

            assertThat(isBefore(begun, ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS)))
                    .isTrue();
            reader.rollback();
        }
    }

    @Test
    void standsStillWhileATransactionIsPrepared() throws SQLException {
        run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");
        String before = ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS);
        try (Connection writer = postgres.connect(Role.OPERATIONS_OWNER);
                Statement statement = writer.createStatement()) {
            statement.execute("begin");
            statement.execute(RATE);
            statement.execute("prepare transaction 'held'");
        }
        run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");
        assertThat(ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS)).isEqualTo(before);

        run(Role.OPERATIONS_OWNER, "commit prepared 'held'");
        run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");
        assertThat(isBefore(before, ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS))).isTrue();
    }

    @Test
    void followsTheSimulatedClockThatItsWriterHasCommitted() throws SQLException {
        run(Role.OPERATIONS_OWNER, "insert into operations.simulated_clock (shows) values ('2031-05-01T10:00:00Z')");
        run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");
        assertThat(ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS)).isEqualTo("2031-05-01 10:00:00+00");

        try (Connection writer = postgres.connect(Role.OPERATIONS_OWNER);
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("update operations.simulated_clock set shows = '2031-05-01T11:00:00Z'");
            statement.execute(RATE);
            assertThat(ask(statement, "select updated_at::text from operations.fx_rate"))
                    .isEqualTo("2031-05-01 11:00:00+00");
            run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");
            assertThat(ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS)).isEqualTo("2031-05-01 10:00:00+00");
            writer.commit();
        }
        run(Role.OPERATIONS_CAPTURE, "select operations.mark_progress()");
        assertThat(ask(Role.OPERATIONS_OWNER, LEAST_PROGRESS)).isEqualTo("2031-05-01 11:00:00+00");
    }

    @Test
    void tellsOfARowWhenItsLastChangeWasCommitted() {
        run(Role.OPERATIONS_OWNER, RATE);

        assertThat(ask(
                        Role.OPERATIONS_CAPTURE,
                        "select operations.committed_at(xmin) between"
                                + " now() - interval '1 hour' and now() from operations.fx_rate"))
                .isEqualTo("t");
        assertThatThrownBy(() -> run(Role.OPERATIONS_OWNER, "update operations.fx_rate set committed_at = now()"))
                .hasMessageContaining("violates check constraint");
    }

    private static void migrate() {
        Migrate.run(
                postgres.jdbcUrl(Role.OPERATIONS_OWNER),
                Role.OPERATIONS_OWNER.user(),
                new Secret(postgres.password(Role.OPERATIONS_OWNER)),
                Role.OPERATIONS_CAPTURE.user());
    }

    private static boolean isBefore(String earlier, String later) {
        return ask(Role.OPERATIONS_OWNER, "select '" + earlier + "'::timestamptz < '" + later + "'::timestamptz")
                .equals("t");
    }

    private static void run(Role role, String sql) {
        try (Connection connection = postgres.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The first column of the first row as text; empty when there is none. */
    private static String ask(Role role, String query) {
        try (Connection connection = postgres.connect(role);
                Statement statement = connection.createStatement()) {
            return ask(statement, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String ask(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
