package com.sentia.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.testkit.TestingPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The database comes late, unprepared, and dies; the API outlives it all. */
class DatabaseLossIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void waitsForTheMigrationsAndOutlivesAKilledDatabase() {
        try (TestingPostgres postgres = TestingPostgres.start();
                RunningApi api = RunningApi.start(SeededDatabase.settings(postgres))) {
            assertThat(api.problem("/health/ready", 503).getString("code")).isEqualTo("database-not-ready");
            assertThat(api.problem("/v1/kpis", 503).getString("code")).isEqualTo("database-not-ready");

            SeededDatabase.migrated(postgres);
            assertThat(api.read("/v1/kpis").getJsonArray("kpis")).isEmpty();
            assertThat(api.read("/v1/headline?window=24h/5m").getValue("asOf")).isNull();
            assertThat(api.read("/v1/freshness").getJsonArray("sources")).isEmpty();
            assertThat(api.problem("/v1/kpis/orders/series?window=1h/1m", 404).getString("code"))
                    .isEqualTo("unknown-kpi");

            postgres.kill();
            // Backends outlive the killed postmaster by a moment, and may still answer.
            awaitStatus(api, "/v1/kpis", 503);
            assertThat(api.problem("/v1/kpis", 503).getString("code")).isEqualTo("database-unavailable");
            assertThat(api.read("/health/live").getString("status")).isEqualTo("live");

            postgres.restart();
            awaitStatus(api, "/v1/kpis", 200);
        }
    }

    @Test
    void endsAStatementThatTakesTooLong() {
        TestingPostgres postgres = TestingPostgres.shared();
        postgres.reset();
        SeededDatabase database = SeededDatabase.migrated(postgres);
        database.define("orders", "orders", List.of());
        Map<String, String> settings = new HashMap<>(SeededDatabase.settings(postgres));
        settings.put("database.statement-timeout", "300ms");
        try (RunningApi api = RunningApi.start(settings)) {
            database.run("drop view kpi_change_point, kpi_progress cascade");
            database.run("create view kpi_progress as select 'orders' as kpi, 1 as kpi_version, 'day' as time_window,"
                    + " 'shopify' as source, clock_timestamp() as final_to, clock_timestamp() as complete_to"
                    + " from pg_sleep(1)");
            database.run("grant select on kpi_progress to sentia_reader");

            assertThat(api.problem("/v1/freshness", 503).getString("code")).isEqualTo("query-timeout");
        }
    }

    private static void awaitStatus(RunningApi api, String path, int status) {
        Instant deadline = Instant.now().plus(PATIENCE);
        int seen = api.get(path).statusCode();
        while (seen != status && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            seen = api.get(path).statusCode();
        }
        assertThat(seen).isEqualTo(status);
    }
}
