package com.sentia.verification.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Brings the pipeline's change points and counters from its database into the workbench. */
final class PipelineTables {
    private PipelineTables() {}

    /** Leaves the table {@code actual} in the workbench: everything up to the returned progress. */
    static Progress copy(Workbench workbench, Path folder, DemoCheckSettings.Pipeline settings) {
        try (Connection database = DriverManager.getConnection(
                jdbc(settings.databaseUrl()),
                settings.databaseUser(),
                settings.databasePassword().reveal())) {
            // One snapshot, so that the values are not newer than the progress they are judged by.
            database.setAutoCommit(false);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            database.setReadOnly(true);
            Progress progress = progress(database);
            Path series = folder.resolve("actual-series.csv");
            Path values = folder.resolve("actual-values.csv");
            copy(database, "pipeline-series.sql", series);
            copy(database, "pipeline-values.sql", values);
            database.rollback();
            workbench.set("final_to", progress.finalToMicros());
            workbench.set("actual_series_file", series);
            workbench.set("actual_values_file", values);
            workbench.answer("actual.sql");
            Files.delete(values);
            return progress;
        } catch (SQLException | IOException e) {
            throw new CheckException("the pipeline's tables can't be read: " + e.getMessage(), e);
        }
    }

    /** The database's address as JDBC wants it, from either of the two common forms. */
    static String jdbc(String url) {
        return url.startsWith("jdbc:") ? url : "jdbc:" + url;
    }

    private static Progress progress(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(SqlFile.read("pipeline-progress.sql"))) {
            row.next();
            long finalTo = row.getLong("final_to");
            if (row.wasNull()) {
                throw new CheckException("the kpi job has said of no window that it is final");
            }
            return new Progress(
                    finalTo,
                    row.getLong("versions_seen"),
                    row.getLong("retractions"),
                    row.getLong("restatements"),
                    row.getLong("late_records"));
        }
    }

    private static void copy(Connection database, String file, Path to) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + SqlFile.read(file) + ") to stdout (format csv, header)", out);
        }
    }

    /**
     * How far the pipeline's writers are, and what they counted, over all of them.
     *
     * @param finalToMicros windows that end up to this instant are final; microseconds since the epoch, UTC
     */
    record Progress(long finalToMicros, long versionsSeen, long retractions, long restatements, long lateRecords) {}
}
