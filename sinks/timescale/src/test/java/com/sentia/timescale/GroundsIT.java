package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.DatabaseSetup;
import com.sentia.database.Durability;
import com.sentia.database.FreePort;
import com.sentia.database.Ground;
import com.sentia.database.GroundAcquisition;
import com.sentia.database.Installation;
import com.sentia.database.PostgresServer;
import com.sentia.database.Role;
import com.sentia.database.RunningServer;
import com.sentia.testkit.TestingPostgres;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundsIT {
    private final Installation best = GroundAcquisition.acquire(GroundAcquisition.defaultCache(), line -> {});

    @TempDir
    Path home;

    @Test
    void plainTablesTakeTheSameRowsAndBecomeHypertablesWhenTheExtensionComes() throws Exception {
        Installation plain = new Installation(best.server(), null, Ground.NONE, "test");
        try (RunningServer running = start(plain)) {
            writeOneRow(running.server());
            assertThat(rowsSeen(running.server())).isEqualTo(1);
            assertThat(explained(running.server())).isEqualTo("7|12.5|order/uk/1");
        }

        try (RunningServer running = start(best)) {
            assertThat(rowsSeen(running.server())).isEqualTo(1);
            writeOneRow(running.server());
            assertThat(rowsSeen(running.server())).isEqualTo(1);
            assertThat(explained(running.server())).isEqualTo("7|12.5|order/uk/1");
        }
    }

    /** Number of facts, and the one there is: as known now, and explained. */
    private static String explained(PostgresServer server) throws Exception {
        return one(
                server,
                "select a.fact_count || '|' || (e.measures -> 0 ->> 'total') || '|' || (e.facts -> 0 ->> 'entity')"
                        + " from kpi_value_as_of('net_sales', '{}', '1h/1m', '2026-03-01 12:00+00', now()) a,"
                        + " kpi_explain('net_sales', '{}', '1h/1m') e");
    }

    private RunningServer start(Installation installation) throws Exception {
        PostgresServer server = PostgresServer.prepare(installation, home, FreePort.find(), Durability.SERVER);
        RunningServer running = new RunningServer(server, home.resolve("server.log"));
        running.start();
        DatabaseSetup.run(server, TestingPostgres.ZONE);
        Migrate.run(address(server, Role.SENTIA_OWNER), Role.SENTIA_WRITER.user(), Role.SENTIA_READER.user());
        return running;
    }

    private static void writeOneRow(PostgresServer server) throws Exception {
        DatabaseAddress writer = address(server, Role.SENTIA_WRITER);
        long generation;
        KpiMeasure gross = new KpiMeasure("gross", 1, "goods", Map.of(), "sum", "amount", List.of());
        KpiDefinition definition =
                new KpiDefinition("net_sales", 1, "Net sales", "GBP", "gross", List.of("gross"), List.of(gross));
        FactRow fact = new FactRow("goods", NOON - 1, Map.of(), Map.of("amount", new BigDecimal("12.5")));
        try (Connection connection = writer.connect("test")) {
            KpiDefinitions.register(connection, "kpi", List.of(definition));
            KpiDefinitions.activateFirst(connection, List.of(definition));
            generation = WriterGeneration.take(connection, "kpi", 0, 1, null);
        }
        try (BatchFlush<KpiWrite> flush =
                new BatchFlush<>(writer, new KpiBatch("kpi", 0), Duration.ofSeconds(5), TimescaleSinks.failing())) {
            flush.write(List.of(Changes.at(NOON).by(generation, 1).write()));
        }
        try (BatchFlush<FactWrite> flush =
                new BatchFlush<>(writer, new FactBatch(), Duration.ofSeconds(5), TimescaleSinks.failing())) {
            flush.write(List.of(new FactWrite("order/uk/1", NOON, 1, NOON, "LATE", List.of(fact), false)));
        }
    }

    private static int rowsSeen(PostgresServer server) throws Exception {
        return Integer.parseInt(one(server, "select count(*) from kpi_value"));
    }

    private static String one(PostgresServer server, String query) throws Exception {
        try (Connection connection = server.connect(Role.SENTIA_READER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
        }
    }

    private static DatabaseAddress address(PostgresServer server, Role role) {
        return DatabaseAddress.of(
                server.jdbcUrl(), role.user(), server.passwords().of(role));
    }
}
