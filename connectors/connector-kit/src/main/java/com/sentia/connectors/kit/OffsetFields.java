package com.sentia.connectors.kit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a Connect source offset, typed; what it can't be is refused by name, so that a slip in an edited offset is seen. */
public final class OffsetFields {
    private final Map<String, ?> offset;

    /** @throws IllegalArgumentException when the offset has a key that is not among those known */
    public OffsetFields(Map<String, ?> offset, Set<String> known) {
        for (String key : offset.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("unknown offset key " + key);
            }
        }
        this.offset = offset;
    }

    /** The text of a field; null when it is missing. */
    public @Nullable String text(String key) {
        Object value = offset.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException(key + " must be text, is " + value);
    }

    /** The instant of a field; null when it is missing. */
    public @Nullable Instant instant(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(key + " must be a UTC instant, is " + text, e);
        }
    }

    /** The count in a field, which must be there. */
    public long count(String key) {
        Object value = offset.get(key);
        if (value instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw new IllegalArgumentException(key + " must be a count, is " + value);
    }

    /** Whether a claim is made; a missing field does not make it. */
    public boolean claim(String key) {
        Object value = offset.get(key);
        if (value == null || value instanceof Boolean) {
            return value != null && (Boolean) value;
        }
        throw new IllegalArgumentException(key + " must be true or false, is " + value);
    }
}
