package com.sentia.connectors.kit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The one place where a {@link Cursor} becomes a Connect source offset and back. */
public final class Offsets {
    static final String UPDATED_AT = "updated_at";
    static final String ID = "id";
    static final String PAGE_TOKEN = "page_token";
    static final String WINDOW_FROM = "window_from";
    static final String WINDOW_READ = "window_read";
    static final String COMPLETE_TO = "complete_to";

    private static final Set<String> KEYS = keys();

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
        Instant completeTo = cursor.completeTo();
        if (completeTo != null) {
            offset.put(COMPLETE_TO, completeTo.toString());
        }
        JobOffsets.write("", cursor.job(), offset);
        return offset;
    }

    /**
     * The cursor an offset stands for.
     *
     * @throws IllegalArgumentException when a key is missing, unknown or holds what it can't; the message names it
     */
    public static Cursor read(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset, KEYS);
        Instant updatedAt = fields.instant(UPDATED_AT);
        String id = fields.text(ID);
        if (updatedAt == null || id == null) {
            throw new IllegalArgumentException("an offset needs " + UPDATED_AT + " and " + ID);
        }
        Instant from = fields.instant(WINDOW_FROM);
        Cursor.Window window = from == null ? null : new Cursor.Window(from, fields.count(WINDOW_READ));
        String pageToken = fields.text(PAGE_TOKEN);
        if (pageToken != null && window == null) {
            throw new IllegalArgumentException(PAGE_TOKEN + " needs " + WINDOW_FROM);
        }
        return new Cursor(updatedAt, id, pageToken, window, fields.instant(COMPLETE_TO), JobOffsets.read("", fields));
    }

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>(JobOffsets.keys(""));
        keys.addAll(Set.of(UPDATED_AT, ID, PAGE_TOKEN, WINDOW_FROM, WINDOW_READ, COMPLETE_TO));
        return Set.copyOf(keys);
    }
}
