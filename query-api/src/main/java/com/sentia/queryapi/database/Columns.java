package com.sentia.queryapi.database;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns columns into plain Java, and plain Java into bound values. */
public final class Columns {
    private Columns() {}

    public static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** A column that is never null. */
    public static Instant requiredInstant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    public static @Nullable BigDecimal decimal(Row row, String column) {
        return row.getBigDecimal(column);
    }

    public static List<BigDecimal> decimals(Row row, String column) {
        BigDecimal[] values = row.getArrayOfBigDecimals(column);
        return values == null ? List.of() : List.copyOf(Arrays.asList(values));
    }

    public static List<String> texts(Row row, String column) {
        String[] values = row.getArrayOfStrings(column);
        return values == null ? List.of() : List.copyOf(Arrays.asList(values));
    }

    /** A JSON object of texts, in the order of its keys. */
    public static Map<String, String> textMap(Row row, String column) {
        JsonObject object = row.getJsonObject(column);
        Map<String, String> map = new LinkedHashMap<>();
        object.fieldNames().stream().sorted().forEach(name -> map.put(name, object.getString(name)));
        return map;
    }

    public static OffsetDateTime bound(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static JsonObject bound(Map<String, String> map) {
        return new JsonObject(new LinkedHashMap<>(map));
    }
}
