package com.sentia.simulators.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in a sorted list: the sort value and id of the last element seen. Opaque to clients. */
record Cursor(long value, long id) implements Comparable<Cursor> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public int compareTo(Cursor other) {
        int byValue = Long.compare(value, other.value);
        return byValue != 0 ? byValue : Long.compare(id, other.id);
    }

    String text() {
        String json = "{\"last_id\":" + id + ",\"last_value\":\"" + value + "\"}";
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws QueryRefused when the text is no cursor */
    static Cursor parse(String text) {
        try {
            JsonNode json = JSON.readTree(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
            if (json.path("last_id").canConvertToLong()
                    && json.path("last_value").isTextual()) {
                return new Cursor(
                        Long.parseLong(json.path("last_value").asText()),
                        json.path("last_id").asLong());
            }
        } catch (IllegalArgumentException | JsonProcessingException expected) {
            // Told below, as any other text that is no cursor.
        }
        throw new QueryRefused("Invalid cursor for current pagination sort.", "BAD_USER_INPUT");
    }
}
