package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.OffsetFields;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the stock levels of a shop have been read. All times are of the shop's clock, UTC.
 *
 * @param since when the last pass that was read to its end began; null before there was one
 * @param fullAt when the last such pass over all levels began
 * @param completeTo up to when the feed was told to be complete
 * @param pass the pass under way; null between passes
 */
record LevelCursor(
        @Nullable Instant since,
        @Nullable Instant fullAt,
        @Nullable Instant completeTo,
        @Nullable LevelPass pass) {
    static final LevelCursor AT_START = new LevelCursor(null, null, null, null);

    private static final String SINCE = "since";
    private static final String FULL_AT = "full_at";
    private static final String COMPLETE_TO = "complete_to";
    private static final String PASS_FROM = "pass_from";
    private static final String PASS_STARTED_AT = "pass_started_at";
    private static final String LOCATION = "location";
    private static final String WINDOW_FROM = "window_from";
    private static final String WINDOW_TO = "window_to";
    private static final String WINDOW_READ = "window_read";
    private static final String PAGE_TOKEN = "page_token";
    private static final Set<String> KEYS = Set.of(
            SINCE,
            FULL_AT,
            COMPLETE_TO,
            PASS_FROM,
            PASS_STARTED_AT,
            LOCATION,
            WINDOW_FROM,
            WINDOW_TO,
            WINDOW_READ,
            PAGE_TOKEN);

    /** The same position in a pass, or between passes. */
    LevelCursor in(@Nullable LevelPass other) {
        return new LevelCursor(since, fullAt, completeTo, other);
    }

    /** After a pass that was read to its end. */
    LevelCursor after(LevelPass done, Instant reached) {
        Instant known = completeTo;
        return new LevelCursor(
                done.startedAt(),
                done.isFull() ? done.startedAt() : fullAt,
                known == null || reached.isAfter(known) ? reached : known,
                null);
    }

    /** The position as Connect keeps it. */
    SourcePosition position(SourceUnit unit) {
        Map<String, Object> offset = new HashMap<>();
        put(offset, SINCE, since);
        put(offset, FULL_AT, fullAt);
        put(offset, COMPLETE_TO, completeTo);
        LevelPass now = pass;
        if (now != null) {
            put(offset, PASS_FROM, now.from());
            put(offset, PASS_STARTED_AT, now.startedAt());
            put(offset, LOCATION, now.location());
            put(offset, WINDOW_FROM, now.windowFrom());
            put(offset, WINDOW_TO, now.windowTo());
            put(offset, PAGE_TOKEN, now.pageToken());
            offset.put(WINDOW_READ, now.read());
        }
        return new SourcePosition(unit.partition(), offset);
    }

    /**
     * The cursor an offset stands for.
     *
     * @throws IllegalArgumentException when a key is unknown or holds what it can't; the message names it
     */
    static LevelCursor read(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset, KEYS);
        Instant startedAt = fields.instant(PASS_STARTED_AT);
        String location = fields.text(LOCATION);
        if ((startedAt == null) != (location == null)) {
            throw new IllegalArgumentException(PASS_STARTED_AT + " and " + LOCATION + " need each other");
        }
        LevelPass pass = startedAt == null || location == null
                ? null
                : new LevelPass(
                        fields.instant(PASS_FROM),
                        startedAt,
                        location,
                        fields.instant(WINDOW_FROM),
                        fields.instant(WINDOW_TO),
                        fields.count(WINDOW_READ),
                        fields.text(PAGE_TOKEN));
        return new LevelCursor(fields.instant(SINCE), fields.instant(FULL_AT), fields.instant(COMPLETE_TO), pass);
    }

    private static void put(Map<String, Object> offset, String key, @Nullable Object value) {
        if (value != null) {
            offset.put(key, value.toString());
        }
    }
}
