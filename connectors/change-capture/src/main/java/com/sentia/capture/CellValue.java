package com.sentia.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** One column of a row as Debezium gives it, as JSON: times ISO 8601 in UTC, decimals as text, JSON as it is. */
final class CellValue {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TIME = "io.debezium.time.ZonedTimestamp";
    private static final String DAY = "io.debezium.time.Date";
    private static final String DOCUMENT = "io.debezium.data.Json";
    /** What stands for a big value that an update did not change, when the log does not have it. */
    private static final String NOT_IN_THE_LOG = "__debezium_unavailable_value";

    private CellValue() {}

    /**
     * A column's value.
     *
     * @throws UntellableRowException when this row's can't be told
     * @throws DataException when no row's can; both name the column and what to do, never its content
     */
    static JsonNode of(Struct row, String column) {
        Field field = row.schema().field(column);
        if (field == null) {
            throw new DataException(
                    column + ": the row has no such column; migrate the database or take it off the allow-list");
        }
        @Nullable Object value = row.get(field);
        if (value == null) {
            return NODES.nullNode();
        }
        if (NOT_IN_THE_LOG.equals(value)) {
            throw new DataException(column
                    + ": its value is not in the log; give the table replica identity full, then a new snapshot");
        }
        @Nullable String type = field.schema().name();
        if (type == null) {
            return plain(column, value);
        }
        return switch (type) {
            case TIME -> NODES.textNode(instant(column, (String) value));
            case DAY -> NODES.textNode(LocalDate.ofEpochDay((Integer) value).toString());
            case DOCUMENT -> document(column, (String) value);
            default -> throw untold(column, type);
        };
    }

    private static JsonNode plain(String column, Object value) {
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return NODES.numberNode(((Number) value).longValue());
        }
        throw untold(column, value.getClass().getSimpleName());
    }

    private static String instant(String column, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException expected) {
            throw new UntellableRowException(column + ": is no time of a calendar");
        }
    }

    private static JsonNode document(String column, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException expected) {
            // Its message would quote the text.
            throw new UntellableRowException(column + ": is no JSON");
        }
    }

    private static DataException untold(String column, String type) {
        return new DataException(column + ": no rule for values of type " + type);
    }
}
