package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.OffsetFields;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a shop's locations.
 *
 * @param known digest of what was last handed on of each, by id
 * @param completeTo up to when the feed was told to be complete, UTC, the shop's clock; null before it was read once
 */
record LocationCursor(
        SortedMap<String, String> known, @Nullable Instant completeTo) {
    private static final String KNOWN = "known";
    private static final String COMPLETE_TO = "complete_to";
    private static final String SEPARATOR = "=";

    LocationCursor {
        known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
    }

    /** The cursor of a feed of which nothing was read. */
    static LocationCursor atStart() {
        return new LocationCursor(new TreeMap<>(), null);
    }

    /** The position as Connect keeps it. */
    SourcePosition position(SourceUnit unit) {
        Map<String, Object> offset = new HashMap<>();
        offset.put(
                KNOWN,
                known.entrySet().stream()
                        .map(each -> each.getKey() + SEPARATOR + each.getValue())
                        .collect(Collectors.joining(",")));
        Instant to = completeTo;
        if (to != null) {
            offset.put(COMPLETE_TO, to.toString());
        }
        return new SourcePosition(unit.partition(), offset);
    }

    /**
     * The cursor an offset stands for.
     *
     * @throws IllegalArgumentException when a key is unknown or holds what it can't; the message names it
     */
    static LocationCursor read(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset, Set.of(KNOWN, COMPLETE_TO));
        SortedMap<String, String> known = new TreeMap<>();
        String text = fields.text(KNOWN);
        if (text != null && !text.isEmpty()) {
            for (String each : text.split(",", -1)) {
                int border = each.indexOf(SEPARATOR);
                if (border < 1) {
                    throw new IllegalArgumentException(KNOWN + " must be a list of id=digest");
                }
                known.put(each.substring(0, border), each.substring(border + 1));
            }
        }
        return new LocationCursor(known, fields.instant(COMPLETE_TO));
    }
}
