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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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
        }

        try (RunningServer running = start(best)) {
            assertThat(rowsSeen(running.server())).isEqualTo(1);
            writeOneRow(running.server());
            assertThat(rowsSeen(running.server())).isEqualTo(1);
        }
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
        try (Connection connection = writer.connect("test")) {
            generation = WriterGeneration.take(connection, "kpi", 0, 1, null);
        }
        try (BatchFlush<KpiWrite> flush =
                new BatchFlush<>(writer, new KpiBatch("kpi", 0), Duration.ofSeconds(5), TimescaleSinks.failing())) {
            flush.write(List.of(Changes.at(NOON).by(generation, 1).write()));
        }
    }

    private static int rowsSeen(PostgresServer server) throws Exception {
        try (Connection connection = server.connect(Role.SENTIA_READER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kpi_value")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static DatabaseAddress address(PostgresServer server, Role role) {
        return DatabaseAddress.of(
                server.jdbcUrl(), role.user(), server.passwords().of(role));
    }
}
