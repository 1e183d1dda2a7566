package com.sentia.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.capture.CapturedTable.Column;
import java.util.List;
import org.apache.kafka.connect.data.Struct;

/** A row's allowed columns as JSON: the payload of its raw record. What is not on the list is not in it. */
final class AllowedRow {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AllowedRow() {}

    static byte[] json(CapturedTable table, Struct row) {
        ObjectNode payload = JSON.createObjectNode();
        for (Column column : table.columns()) {
            JsonNode value = CellValue.of(row, column.name());
            payload.set(column.name(), column.keys().isEmpty() ? value : allowedParts(column, value));
        }
        try {
            return JSON.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing JSON to memory failed", e);
        }
    }

    private static ArrayNode allowedParts(Column column, JsonNode list) {
        if (!list.isArray()) {
            throw new UntellableRowException(column.name() + ": must be a list");
        }
        ArrayNode kept = JSON.createArrayNode();
        list.forEach(part -> kept.add(allowedPart(column.keys(), part)));
        return kept;
    }

    /** What is no object has no allowed keys; the mapper refuses the empty one that is left. */
    private static ObjectNode allowedPart(List<String> keys, JsonNode part) {
        ObjectNode kept = JSON.createObjectNode();
        for (String key : keys) {
            JsonNode value = part.get(key);
            // A list or object under an allowed key could hold anything.
            if (value != null && value.isValueNode()) {
                kept.set(key, value);
            }
        }
        return kept;
    }
}
