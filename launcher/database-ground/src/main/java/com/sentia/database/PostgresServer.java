package com.sentia.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * One PostgreSQL server on 127.0.0.1 with its data folder, to be run as a child process.
 *
 * <p>A supervisor does, at each start:
 *
 * <pre>{@code
 * PostgresServer server = PostgresServer.prepare(installation, home, 5433, Durability.MACHINE);
 * server.beforeStart();                       // each time, a restart after a kill too
 * // run server.command() with server.environment() in server.folder(): the pid is the server's own
 * // until server.isReady()
 * DatabaseSetup.run(server, zone);            // once after each first readiness; repeatable
 * // stop by server.stopSignal() to the pid (SIGTERM would wait for clients to leave)
 * }</pre>
 *
 * <p>Tests use {@link RunningServer}. Under {@code home} are {@code data} (PostgreSQL's own) and {@code secrets}
 * (the {@link Passwords}). Prepared again over an existing home, it keeps the data. After a {@code kill -9} the server
 * comes back by recovery with every acknowledged commit.
 */
public final class PostgresServer {
    /** The database that holds everything Sentia Streams makes. */
    public static final String DATABASE = "sentia";

    /** The database of Sentia's own production, a source like any vendor's API. */
    public static final String OPERATIONS = "sentia_operations";

    private static final String MAJOR = "18";
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final int CONNECT_SECONDS = 2;

    private final Installation installation;
    private final Path data;
    private final int port;
    private final Durability durability;
    private final Passwords passwords;
    private final List<String> stepDown;

    private PostgresServer(Installation installation, Path home, int port, Durability durability) {
        this.installation = installation;
        this.data = home.resolve("data");
        this.port = port;
        this.durability = durability;
        this.passwords = new Passwords(home.resolve("secrets"));
        this.stepDown = StepDown.prefix();
    }

    /**
     * Makes the data folder and the passwords if they are missing, and writes the settings; starts nothing.
     *
     * @throws GroundException when the folder can't be written, holds another major version's data, or this user can't
     *     run the server
     */
    public static PostgresServer prepare(Installation installation, Path home, int port, Durability durability) {
        PostgresServer server =
                new PostgresServer(installation, home.toAbsolutePath().normalize(), port, durability);
        try {
            server.checkGround(home);
            server.makeData();
        } catch (IOException e) {
            throw new GroundException("the database folder " + home + " can't be made: " + e.getMessage(), e);
        }
        return server;
    }

    /** Hypertables can't be read without the extension they were made with. */
    private void checkGround(Path home) throws IOException {
        Path made = home.resolve("ground");
        Ground before =
                Files.exists(made) ? Ground.valueOf(Files.readString(made).strip()) : Ground.NONE;
        if (!installation.ground().satisfies(before)) {
            throw new GroundException("the data in " + home + " needs its ground " + before + ", here is "
                    + installation.ground() + " (" + installation.detail() + ")");
        }
        Files.createDirectories(home);
        Files.writeString(made, installation.ground().name());
    }

    private void makeData() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            initialise();
        } else if (!Files.readString(version).strip().equals(MAJOR)) {
            throw new GroundException("the data in " + data + " is of PostgreSQL "
                    + Files.readString(version).strip() + ", this is " + MAJOR + ": move the folder away");
        }
    }

    /** Into a folder beside, renamed when whole: a killed initdb leaves nothing that looks like a database. */
    private void initialise() throws IOException {
        Path fresh = data.resolveSibling("data.new");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(stepDown);
        command.add(installation.program("initdb").toString());
        command.addAll(List.of(
                "--pgdata=" + fresh,
                "--username=" + Role.POSTGRES.user(),
                "--pwfile=" + passwords.file(Role.POSTGRES),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Built in, so that order of text is the same under every C library.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (durability == Durability.SERVER) {
            command.add("--no-sync");
        }
        ChildProgram.run(command, fresh, INITDB_LIMIT, line -> {});
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Writes the settings and removes what a killed server left behind (backends, the pid file). To be called before every
     * start; harmless while the server runs.
     */
    public void beforeStart() {
        try {
            Files.writeString(
                    data.resolve("postgresql.conf"), ServerConfiguration.text(installation, data, port, durability));
        } catch (IOException e) {
            throw new GroundException("the database settings can't be written: " + e.getMessage(), e);
        }
        LeftBehind.clear(data);
    }

    /** The command that becomes the server: the started process's pid is the server's own. It logs to standard error. */
    public List<String> command() {
        List<String> command = new ArrayList<>(stepDown);
        command.addAll(installation.launch("postgres"));
        command.add("-D");
        command.add(data.toString());
        return List.copyOf(command);
    }

    /** What the server's environment needs beside or instead of the parent's. */
    public Map<String, String> environment() {
        return Map.of("LC_ALL", "C", "TZ", "UTC");
    }

    /** The folder to start it in. */
    public Path folder() {
        return data;
    }

    /** Fast shutdown: sessions are ended, data written, exit 0 within seconds. */
    public String stopSignal() {
        return "INT";
    }

    /** The pid of the server if one runs on this data folder now, whoever started it. */
    public java.util.Optional<ProcessHandle> process() {
        return LeftBehind.running(data);
    }

    /** Whether it takes connections now; answers within seconds. */
    public boolean isReady() {
        try (Connection connection = connect(Role.POSTGRES, "postgres")) {
            return connection.isValid(CONNECT_SECONDS);
        } catch (SQLException expected) {
            return false;
        }
    }

    public Installation installation() {
        return installation;
    }

    public Passwords passwords() {
        return passwords;
    }

    public int port() {
        return port;
    }

    /** {@code jdbc:postgresql://127.0.0.1:port/sentia}. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The same without {@code jdbc:}, as clients other than JDBC want it. */
    public String url() {
        return jdbcUrl().substring("jdbc:".length());
    }

    /** Address of the database that role works in, {@code jdbc:postgresql://…}. */
    public String jdbcUrl(Role role) {
        return jdbcUrl(role.database());
    }

    /** A new connection to the role's database as that role; the caller closes it. */
    public Connection connect(Role role) throws SQLException {
        return connect(role, role.database());
    }

    Connection connect(Role role, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role.user());
        properties.setProperty("password", passwords.of(role).reveal());
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("ApplicationName", "sentia-ground");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
