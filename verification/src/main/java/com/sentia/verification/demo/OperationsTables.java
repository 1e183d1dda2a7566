package com.sentia.verification.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** Computes, from the rows of Sentia's operations database alone, what the KPIs of production must come to. */
final class OperationsTables {
    private static final Map<String, String> SOURCES = new TreeMap<>(Map.of(
            "runs_file", "operations-runs.sql",
            "readings_file", "operations-readings.sql",
            "inspections_file", "operations-inspections.sql",
            "rates_file", "operations-rates.sql"));

    /** Each file rests on the tables of those before it. */
    private static final List<String> QUESTIONS = List.of(
            "production-facts.sql",
            "production-rates.sql",
            "production-windows.sql",
            "production-failures.sql",
            "production-counted.sql",
            "production-expected.sql");

    private OperationsTables() {}

    /** Adds to the workbench's {@code expected} and {@code kpi_components}; leaves {@code run}, {@code reading} and others. */
    static void compute(Workbench workbench, Path folder, DemoCheckSettings.Operations source) {
        try (Connection database = DriverManager.getConnection(
                source.url(), source.user(), source.password().reveal())) {
            // One snapshot: a run and its inspection are of one moment.
            database.setAutoCommit(false);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            database.setReadOnly(true);
            for (Map.Entry<String, String> table : SOURCES.entrySet()) {
                Path file = folder.resolve(table.getKey() + ".csv");
                copy(database, table.getValue(), file);
                workbench.set(table.getKey(), file);
            }
            database.rollback();
        } catch (SQLException | IOException e) {
            throw new CheckException("the operations database can't be read: " + e.getMessage(), e);
        }
        QUESTIONS.forEach(workbench::answer);
    }

    private static void copy(Connection database, String file, Path to) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + SqlFile.read(file) + ") to stdout (format csv, header)", out);
        }
    }
}
