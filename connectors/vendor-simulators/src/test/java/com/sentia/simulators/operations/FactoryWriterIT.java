package com.sentia.simulators.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import com.sentia.settings.Secret;
import com.sentia.simulators.factory.Diary;
import com.sentia.simulators.factory.Factory;
import com.sentia.simulators.factory.FactoryPlan;
import com.sentia.simulators.factory.FactoryTroubles;
import com.sentia.simulators.rates.RateDiary;
import com.sentia.simulators.rates.ReferenceRates;
import com.sentia.testkit.TestingPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactoryWriterIT {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant QUIET = START.plus(Duration.ofDays(12));
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long LOOK_NANOS = 20_000_000;
    private static final String ROWS =
            "select run_id || status || scrapped_quantity || updated_at from operations.production_run"
                    + " union all select reading_id || units || updated_at from operations.machine_reading"
                    + " union all select inspection_id || updated_at from operations.quality_inspection"
                    + " union all select base_currency || day || rate || updated_at from operations.fx_rate order by 1";

    private static TestingPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = TestingPostgres.shared();
    }

    @BeforeEach
    void makeAnew() {
        postgres.resetOperations();
        Migrate.run(
                postgres.jdbcUrl(Role.OPERATIONS_OWNER),
                Role.OPERATIONS_OWNER.user(),
                password(),
                Role.OPERATIONS_CAPTURE.user());
    }

    @Test
    void comesToTheSameRowsHoweverOftenItIsStopped() throws Exception {
        for (int hours = 7; hours < 14 * 24; hours += 31) {
            writeUpTo(START.plus(Duration.ofHours(hours)));
        }
        writeUpTo(START.plus(Duration.ofDays(14)));
        List<String> stopped = rows();
        makeAnew();

        writeUpTo(START.plus(Duration.ofDays(14)));

        assertThat(stopped).hasSizeGreaterThan(500).isEqualTo(rows());
    }

    @Test
    void showsItsTimeInTheTransactionOfWhatHappened() throws Exception {
        Instant to = START.plus(Duration.ofHours(60));

        writeUpTo(to);

        assertThat(
                        ask(
                                "select max(updated_at) <= (select shows from operations.simulated_clock) from operations.machine_reading"))
                .containsExactly("t");
        assertThat(ask("select (operations.source_clock() = '" + to + "')::text"))
                .containsExactly("true");
    }

    private void writeUpTo(Instant to) throws InterruptedException {
        OperationsSettings settings = new OperationsSettings(
                postgres.jdbcUrl(Role.OPERATIONS_OWNER), Role.OPERATIONS_OWNER.user(), password(), 1);
        FactoryPlan plan = new FactoryPlan(
                1, List.of("85123A"), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 14), FactoryTroubles.NONE);
        ReferenceRates rates = new ReferenceRates(1, plan.firstDay(), plan.lastDay());
        Diary diary = Diary.together(new Factory(plan), new RateDiary(rates, 1));
        try (FactoryWriter writer = new FactoryWriter(settings, diary, START, QUIET, () -> to)) {
            writer.start();
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (writer.writtenTo().isBefore(to)) {
                assertThat(System.nanoTime())
                        .as("the factory's time stands still")
                        .isLessThan(end);
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static Secret password() {
        return new Secret(postgres.password(Role.OPERATIONS_OWNER));
    }

    private static List<String> rows() throws SQLException {
        return ask(ROWS);
    }

    private static List<String> ask(String sql) throws SQLException {
        try (Connection connection = postgres.connect(Role.OPERATIONS_OWNER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
