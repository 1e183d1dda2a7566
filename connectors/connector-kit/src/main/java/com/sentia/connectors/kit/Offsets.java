package com.sentia.connectors.kit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place where a {@link Cursor} becomes a Connect source offset and back. */
public final class Offsets {
    static final String UPDATED_AT = "updated_at";
    static final String ID = "id";
    static final String PAGE_TOKEN = "page_token";
    static final String WINDOW_FROM = "window_from";
    static final String WINDOW_READ = "window_read";

    private Offsets() {}

    /** The offset that stands for a cursor. */
    public static Map<String, Object> write(Cursor cursor) {
        Map<String, Object> offset = new HashMap<>();
        offset.put(UPDATED_AT, cursor.updatedAt().toString());
        offset.put(ID, cursor.id());
        if (cursor.pageToken() != null) {
            offset.put(PAGE_TOKEN, cursor.pageToken());
        }
        Cursor.Window window = cursor.window();
        if (window != null) {
            offset.put(WINDOW_FROM, window.from().toString());
            offset.put(WINDOW_READ, window.read());
        }
        return offset;
    }

    /**
     * The cursor an offset stands for.
     *
     * @throws IllegalArgumentException when a key is missing, unknown or holds what it can't; the message names it
     */
    public static Cursor read(Map<String, ?> offset) {
        for (String key : offset.keySet()) {
            if (!key.equals(UPDATED_AT)
                    && !key.equals(ID)
                    && !key.equals(PAGE_TOKEN)
                    && !key.equals(WINDOW_FROM)
                    && !key.equals(WINDOW_READ)) {
                throw new IllegalArgumentException("unknown offset key " + key);
            }
        }
        Instant updatedAt = instant(offset, UPDATED_AT);
        String id = text(offset, ID);
        if (updatedAt == null || id == null) {
            throw new IllegalArgumentException("an offset needs " + UPDATED_AT + " and " + ID);
        }
        Instant from = instant(offset, WINDOW_FROM);
        Cursor.Window window = from == null ? null : new Cursor.Window(from, count(offset));
        String pageToken = text(offset, PAGE_TOKEN);
        if (pageToken != null && window == null) {
            throw new IllegalArgumentException(PAGE_TOKEN + " needs " + WINDOW_FROM);
        }
        return new Cursor(updatedAt, id, pageToken, window);
    }

    private static long count(Map<String, ?> offset) {
        Object value = offset.get(WINDOW_READ);
        if (value instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw new IllegalArgumentException(WINDOW_READ + " must be a count, is " + value);
    }

    private static @Nullable Instant instant(Map<String, ?> offset, String key) {
        String text = text(offset, key);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(key + " must be a UTC instant, is " + text, e);
        }
    }

    private static @Nullable String text(Map<String, ?> offset, String key) {
        Object value = offset.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException(key + " must be text, is " + value);
    }
}
