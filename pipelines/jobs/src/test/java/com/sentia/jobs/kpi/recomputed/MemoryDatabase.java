package com.sentia.jobs.kpi.recomputed;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A DuckDB in memory. */
final class MemoryDatabase implements AutoCloseable {
    private final DuckDBConnection connection;

    MemoryDatabase() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB can't be started", e);
        }
        execute("set memory_limit = '1GB'");
        execute("set threads = 2");
        execute("set autoinstall_known_extensions = false");
        execute("set autoload_known_extensions = false");
        execute("set timezone = 'UTC'");
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB refused: " + e.getMessage() + "\n" + sql, e);
        }
    }

    /** Executes every statement of a file. */
    void executeAll(String file) {
        SqlText.read(file).forEach(this::execute);
    }

    /** Each row as the texts of its fields with blanks between. */
    List<String> lines(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> fields = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    fields.add(String.valueOf(rows.getString(column)));
                }
                lines.add(String.join(" ", fields));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB refused: " + e.getMessage() + "\n" + query, e);
        }
    }

    long number(String query) {
        return Long.parseLong(lines(query).get(0));
    }

    /** Appends what is written to a table; each row begins and ends by itself. */
    interface Loading {
        void into(DuckDBAppender table) throws SQLException;
    }

    void load(String table, Loading rows) {
        try (DuckDBAppender appender = connection.createAppender("main", table)) {
            rows.into(appender);
        } catch (SQLException e) {
            throw new IllegalStateException(table + " can't be loaded", e);
        }
    }

    static void append(DuckDBAppender table, @Nullable String text) throws SQLException {
        if (text == null) {
            table.appendNull();
        } else {
            table.append(text);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB can't be closed", e);
        }
    }
}
