package com.sentia.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    @TempDir
    Path home;

    private RunningServer running;

    @BeforeEach
    void startAndSetUp() {
        Installation installation = GroundAcquisition.acquire(GroundAcquisition.defaultCache(), line -> {});
        PostgresServer server = PostgresServer.prepare(installation, home, FreePort.find(), Durability.SERVER);
        running = new RunningServer(server, home.resolve("server.log"));
        running.start();
        DatabaseSetup.run(server, ZoneId.of("Europe/London"));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void keepsAcknowledgedCommitsOverAKillAndComesBack() throws SQLException {
        execute(Role.SENTIA_OWNER, "create table kept (n integer)");
        execute(Role.SENTIA_OWNER, "insert into kept select generate_series(1, 1000)");

        running.kill();
        running.start();

        assertThat(query(Role.SENTIA_OWNER, "select count(*) from kept")).isEqualTo("1000");
    }

    @Test
    void startsThoughABackendOfTheKilledServerIsStillBusy() throws Exception {
        Thread busy = new Thread(() -> {
            try {
                execute(Role.SENTIA_OWNER, "select count(*) from generate_series(1, 10000000000)");
            } catch (SQLException expected) {
                // The server is killed under it.
            }
        });
        busy.start();
        while (!query(
                        Role.POSTGRES,
                        "select count(*) from pg_stat_activity where query like '%10000000000)' and state = 'active' and pid <> pg_backend_pid()")
                .equals("1")) {
            Thread.onSpinWait();
        }

        running.kill();
        running.start();

        assertThat(running.server().isReady()).isTrue();
        busy.join();
    }

    @Test
    void startsThoughThePidFileNamesAnotherLivingProcess() throws IOException {
        running.stop();
        Files.writeString(
                running.server().folder().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + running.server().folder() + "\n");

        running.start();

        assertThat(running.server().isReady()).isTrue();
    }

    @Test
    void settingUpAgainChangesNothing() throws SQLException {
        DatabaseSetup.run(running.server(), ZoneId.of("Europe/London"));

        assertThat(query(Role.SENTIA_READER, "show sentia.business_zone")).isEqualTo("Europe/London");
    }

    @Test
    void refusesAWrongPasswordAndTheReaderMakesNoTable() {
        assertThatThrownBy(() -> DriverManager.getConnection(running.server().jdbcUrl(), "sentia_owner", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> execute(Role.SENTIA_READER, "create table mine (n integer)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void keepsPasswordsInFilesOnlyTheOwnerReads() throws IOException {
        for (Role role : Role.values()) {
            Path file = running.server().passwords().file(role);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void hasTheExtensionExactlyWhenTheGroundSaysSo() throws SQLException {
        String found = query(Role.SENTIA_READER, "select count(*) from pg_extension where extname = 'timescaledb'");

        assertThat(found).isEqualTo(running.server().installation().ground().hasExtension() ? "1" : "0");
    }

    @Test
    void refusesDataMadeOnAHigherGround() throws IOException {
        running.stop();
        Files.writeString(home.resolve("ground"), "COMMUNITY");

        assertThatThrownBy(() -> PostgresServer.prepare(
                        running.server().installation(), home, FreePort.find(), Durability.SERVER))
                .hasMessageContaining("needs its ground COMMUNITY");
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        running.stop();
        Files.writeString(running.server().folder().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> PostgresServer.prepare(
                        running.server().installation(), home, FreePort.find(), Durability.SERVER))
                .hasMessageContaining("PostgreSQL 17");
    }

    private void execute(Role role, String sql) throws SQLException {
        try (Connection connection = running.server().connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(Role role, String sql) throws SQLException {
        try (Connection connection = running.server().connect(role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
