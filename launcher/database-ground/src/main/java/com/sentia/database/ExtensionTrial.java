package com.sentia.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;

/** Proves on this machine that a freshly fetched extension loads and makes a hypertable, before it is relied on. */
final class ExtensionTrial {
    private ExtensionTrial() {}

    /** @throws GroundException when it doesn't */
    static void run(Installation installation, Path folder) throws IOException {
        Files.createDirectories(folder);
        PostgresServer server = PostgresServer.prepare(installation, folder, FreePort.find(), Durability.SERVER);
        try (RunningServer running = new RunningServer(server, folder.resolve("log"))) {
            running.start();
            DatabaseSetup.run(server, ZoneOffset.UTC);
            try (Connection connection = server.connect(Role.SENTIA_OWNER);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table trial (at timestamptz not null)");
                statement.execute("select create_hypertable('trial', by_range('at'))");
            }
        } catch (SQLException e) {
            throw new GroundException("the extension doesn't work here: " + e.getMessage(), e);
        }
    }
}
