package com.sentia.simulators.factory;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row written or deleted at one instant.
 *
 * @param table of the schema {@code operations}
 * @param key the column that tells rows apart
 * @param columns the whole row by its columns, the key among them; the key alone of a row that is deleted
 */
public record RowChange(
        Instant at, String table, String key, Map<String, @Nullable Object> columns, boolean isDeletion) {
    public RowChange {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static RowChange written(Instant at, String table, String key, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(columns);
        row.put("updated_at", at);
        return new RowChange(at, table, key, row, false);
    }

    static RowChange deleted(Instant at, String table, String key, String id) {
        return new RowChange(at, table, key, Map.of(key, id), true);
    }

    /** A value of a JSON column. */
    public record Json(String text) {}
}
