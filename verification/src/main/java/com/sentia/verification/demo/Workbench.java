package com.sentia.verification.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A DuckDB database of the check's own, in which the SQL files beside this class are answered. */
final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    /** Kept small because the whole stack runs beside it; what does not fit is spilled to the folder. */
    private static final String MEMORY = "600MB";

    private final DuckDBConnection connection;

    private Workbench(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** A fresh database in an empty folder. */
    static Workbench in(Path folder) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("check.db"));
            Workbench workbench = new Workbench(connection.unwrap(DuckDBConnection.class));
            workbench.execute("set memory_limit = '" + MEMORY + "'");
            workbench.execute("set threads = 2");
            workbench.execute("set temp_directory = " + literal(folder.resolve("spill")));
            workbench.execute("set autoinstall_known_extensions = false");
            workbench.execute("set autoload_known_extensions = false");
            // Sessions elsewhere in the world get the same answers.
            workbench.execute("set timezone = 'UTC'");
            return workbench;
        } catch (SQLException e) {
            throw new CheckException("DuckDB can't be started in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Gives a value to SQL files, which read it by {@code getvariable}. */
    void set(String variable, Path value) {
        execute("set variable " + variable + " = " + literal(value));
    }

    /** As {@link #set(String, Path)}, for a whole number. */
    void set(String variable, long value) {
        execute("set variable " + variable + " = " + value);
    }

    /** Runs a SQL file that makes tables. */
    void answer(String file) {
        long start = System.nanoTime();
        execute(SqlFile.read(file));
        LOG.debug("event=answered file={} milliseconds={}", file, (System.nanoTime() - start) / 1_000_000);
    }

    /** Runs a SQL file that is one query. */
    <T> List<T> list(String file, Row<T> row) {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(SqlFile.read(file))) {
            List<T> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row.from(results));
            }
            return rows;
        } catch (SQLException e) {
            throw new CheckException("query " + file + " failed: " + e.getMessage(), e);
        }
    }

    DuckDBConnection connection() {
        return connection;
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new CheckException("DuckDB refused a statement: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("event=close-failed problem={}", e.getMessage());
        }
    }

    /** Reads one row of a result. */
    interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }

    private static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
