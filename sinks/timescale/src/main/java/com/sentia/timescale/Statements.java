package com.sentia.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs statements that lie in resources over rows bound as arrays. */
final class Statements {
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Statements() {}

    static String text(String resource) {
        return TEXTS.computeIfAbsent(resource, SqlResource::text);
    }

    /** Returns how many rows it changed. */
    static <T> int update(Connection connection, String resource, List<Column<T>> columns, List<T> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text(resource))) {
            bind(statement, columns, rows);
            return statement.executeUpdate();
        }
    }

    static <T> void bind(PreparedStatement statement, List<Column<T>> columns, List<T> rows) throws SQLException {
        int index = 1;
        for (Column<T> column : columns) {
            column.bind(statement, index, rows);
            index++;
        }
    }
}
