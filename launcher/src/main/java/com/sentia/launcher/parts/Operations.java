package com.sentia.launcher.parts;

import com.sentia.database.PostgresServer;
import com.sentia.database.Role;
import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.environment.OwnDatabase;
import com.sentia.launcher.home.SecretFiles;
import com.sentia.launcher.supervision.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Sentia's own production database: its tables, who captures its changes, who writes it in the demo. */
final class Operations {
    /** What its records call the database they come from. */
    private static final String UNIT = OwnDatabase.UNIT;

    private static final String CAPTURE_PASSWORD = OwnDatabase.PASSWORD;
    private static final String HEARTBEAT_MILLIS = "400";
    private static final int HEAP_MB = 96;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Stack stack;

    Operations(Stack stack) {
        this.stack = stack;
    }

    /** Its feeds whose facts are counted. */
    static List<String> feeds() {
        return Stream.of("production_run", "machine_reading", "quality_inspection")
                .map(entity -> "sentia/" + UNIT + "/" + entity)
                .toList();
    }

    /** Brings its tables up to date, once after the database is there. */
    Step migrations() {
        return new Step(PartNames.OPERATIONS_MIGRATIONS, Set.of(PartNames.POSTGRES), this::migrate);
    }

    private void migrate() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of(
                "database.url", stack.database().jdbcUrl(Role.OPERATIONS_OWNER),
                "database.user", Role.OPERATIONS_OWNER.user(),
                "database.password-file", ownerPassword().toString(),
                "database.capture.user", Role.OPERATIONS_CAPTURE.user());
        OneShot program = new OneShot(
                stack,
                PartNames.OPERATIONS_MIGRATIONS,
                stack.distribution().classPath("vendor-simulators"),
                "com.sentia.simulators.operations.Migrate",
                HEAP_MB);
        if (program.run(settings, LIMIT) != 0) {
            throw new IOException("the migrations of the operations database failed: " + program.lastWord());
        }
    }

    /** The connector of {@code jobs-config/connectors/sentia-database.json}. */
    ConnectorDescription changeCapture() throws IOException {
        SecretFiles.write(
                stack.home(), CAPTURE_PASSWORD, stack.database().passwords().of(Role.OPERATIONS_CAPTURE));
        Map<String, String> values = Map.of(
                "database.host",
                "127.0.0.1",
                "database.port",
                Integer.toString(stack.database().port()),
                "database.name",
                PostgresServer.OPERATIONS,
                "database.user",
                Role.OPERATIONS_CAPTURE.user(),
                "secrets.folder",
                stack.home().secrets().toString(),
                "unit",
                UNIT,
                "heartbeat.millis",
                HEARTBEAT_MILLIS,
                "registry.url",
                stack.registryUrl());
        return ConnectorDescription.read(
                stack.distribution().configuration("connectors/sentia-database.json"),
                text -> Template.fill(text, values));
    }

    /** Signs in as who captures its changes. */
    Connection captureConnection() throws SQLException {
        OwnDatabase database = new OwnDatabase(
                "127.0.0.1", stack.database().port(), PostgresServer.OPERATIONS, Role.OPERATIONS_CAPTURE.user());
        return database.connect(stack.database().passwords().of(Role.OPERATIONS_CAPTURE), OwnDatabase.DEFAULT_SSL_MODE);
    }

    /** What the simulated factory has to know to write it. */
    Map<String, String> simulatorSettings() {
        return Map.of(
                "operations.database.url", stack.database().jdbcUrl(Role.OPERATIONS_OWNER),
                "operations.database.user", Role.OPERATIONS_OWNER.user(),
                "operations.database.password-file", ownerPassword().toString());
    }

    private Path ownerPassword() {
        return stack.database().passwords().file(Role.OPERATIONS_OWNER);
    }
}
