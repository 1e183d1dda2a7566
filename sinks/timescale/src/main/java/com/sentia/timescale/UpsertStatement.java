package com.sentia.timescale;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An idempotent upsert of many rows in one statement: a SQL resource that unnests arrays, one per column, and the rows'
 * natural key. Of rows with one key in a batch the last wins, as one statement can't touch a row twice.
 *
 * @param resource relative to this package
 */
public record UpsertStatement<T>(String resource, Key<T> key, List<Column<T>> columns) implements BatchWriter<T> {
    /** The natural key of a row; equal by value. */
    @FunctionalInterface
    public interface Key<T> extends Function<T, Object>, Serializable {}

    public UpsertStatement {
        columns = List.copyOf(columns);
    }

    @Override
    public void write(Connection connection, List<T> batch) throws SQLException {
        Map<Object, T> lastOfKey = new LinkedHashMap<>();
        for (T row : batch) {
            lastOfKey.put(key.apply(row), row);
        }
        execute(connection, new ArrayList<>(lastOfKey.values()));
    }

    private void execute(Connection connection, List<T> rows) throws SQLException {
        if (!rows.isEmpty()) {
            Statements.update(connection, resource, columns, rows);
        }
    }
}
