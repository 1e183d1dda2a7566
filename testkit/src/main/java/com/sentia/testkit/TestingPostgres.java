package com.sentia.testkit;

import com.sentia.database.DatabaseSetup;
import com.sentia.database.Durability;
import com.sentia.database.FreePort;
import com.sentia.database.Ground;
import com.sentia.database.GroundAcquisition;
import com.sentia.database.PostgresServer;
import com.sentia.database.Role;
import com.sentia.database.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, with TimescaleDB where this machine can have it, on a free port in a folder of its own.
 *
 * <p>It holds the empty databases {@code sentia} and {@code sentia_operations} with their roles; tests apply the migrations.
 * Starting takes about two seconds, so tests of one JVM share {@link #shared()} and call {@link #reset()} for a clean
 * {@code sentia}.
 */
public final class TestingPostgres implements AutoCloseable {
    /** The business zone of every test database. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static @Nullable TestingPostgres shared;

    private final Path home;
    private final RunningServer running;

    private TestingPostgres(Path home) {
        this.home = home;
        PostgresServer server = PostgresServer.prepare(
                GroundAcquisition.acquire(GroundAcquisition.defaultCache(), line -> {}),
                home,
                FreePort.find(),
                Durability.SERVER);
        this.running = new RunningServer(server, home.resolve("server.log"));
        running.start();
        DatabaseSetup.run(server, ZONE);
    }

    /** A server of one's own; the caller closes it. */
    public static TestingPostgres start() {
        try {
            return new TestingPostgres(Files.createTempDirectory("sentia-postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for a database", e);
        }
    }

    /** The server that all tests of this JVM share; it ends with the JVM, nobody closes it. */
    public static synchronized TestingPostgres shared() {
        TestingPostgres present = shared;
        if (present == null) {
            TestingPostgres started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "testing-postgres-close"));
            shared = started;
            return started;
        }
        return present;
    }

    /** Makes the database {@code sentia} anew, empty, ending whatever sessions it had. */
    public void reset() {
        administer(jdbcUrl().replaceFirst("/sentia$", "/postgres"), "drop database if exists sentia with (force)");
        DatabaseSetup.run(running.server(), ZONE);
    }

    /** Makes the database {@code sentia_operations} anew, empty; nobody may be replicating it. */
    public void resetOperations() {
        administer(
                jdbcUrl(Role.OPERATIONS_OWNER),
                "select pg_drop_replication_slot(slot_name) from pg_replication_slots where database = current_database()");
        administer(
                jdbcUrl().replaceFirst("/sentia$", "/postgres"),
                "drop database if exists sentia_operations with (force)");
        DatabaseSetup.run(running.server(), ZONE);
    }

    private void administer(String url, String sql) {
        try (Connection connection =
                        java.sql.DriverManager.getConnection(url, Role.POSTGRES.user(), password(Role.POSTGRES));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database can't be dropped", e);
        }
    }

    /** {@code jdbc:postgresql://127.0.0.1:port/sentia}. */
    public String jdbcUrl() {
        return running.server().jdbcUrl();
    }

    /** Address of the database that role works in. */
    public String jdbcUrl(Role role) {
        return running.server().jdbcUrl(role);
    }

    public int port() {
        return running.server().port();
    }

    /** The same address without {@code jdbc:}. */
    public String url() {
        return running.server().url();
    }

    public String password(Role role) {
        return running.server().passwords().of(role).reveal();
    }

    public Path passwordFile(Role role) {
        return running.server().passwords().file(role);
    }

    /** What the server stands on here. */
    public Ground ground() {
        return running.server().installation().ground();
    }

    /** A new connection; the caller closes it. */
    public Connection connect(Role role) {
        try {
            return running.server().connect(role);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to the test database as " + role.user(), e);
        }
    }

    /** Kills the server as {@code kill -9} does. */
    public void kill() {
        running.kill();
    }

    /** Starts it again after {@link #kill()}, on the same port and data. */
    public void restart() {
        running.start();
    }

    /** Stops the server and deletes its folder. */
    @Override
    public void close() {
        running.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the test database's folder can't be deleted", e);
        }
    }
}
