package com.sentia.simulators.factory;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row written or deleted at one instant.
 *
 * @param table of the schema {@code operations}
 * @param key the columns that tell rows apart
 * @param columns the whole row by its columns, the key among them; the key alone of a row that is deleted
 */
public record RowChange(
        Instant at, String table, List<String> key, Map<String, @Nullable Object> columns, boolean isDeletion) {
    public RowChange {
        key = List.copyOf(key);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static RowChange written(Instant at, String table, String key, Map<String, @Nullable Object> columns) {
        return written(at, table, List.of(key), columns);
    }

    /** A row as it stands from an instant on. */
    public static RowChange written(Instant at, String table, List<String> key, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(columns);
        row.put("updated_at", at);
        return new RowChange(at, table, key, row, false);
    }

    static RowChange deleted(Instant at, String table, String key, String id) {
        return new RowChange(at, table, List.of(key), Map.of(key, id), true);
    }

    /** What its key says, its columns joined by slashes. */
    public String id() {
        return key.stream().map(column -> String.valueOf(columns.get(column))).collect(Collectors.joining("/"));
    }

    /** A value of a JSON column. */
    public record Json(String text) {}
}
