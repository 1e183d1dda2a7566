package com.sentia.connectors.kit;

import java.util.HashMap;
import java.util.Map;

/** Source partitions that stand beside a feed's own, for what has a position of its own. */
public final class FeedParts {
    private static final String PART = "part";

    private FeedParts() {}

    /** The source partition of a part of a feed. */
    public static Map<String, String> partition(SourceUnit unit, String part) {
        // Put one by one, as a copy has another size, and so another order; none of the four share a place. See
        // SourceUnit.
        Map<String, String> partition = new HashMap<>();
        unit.partition().forEach(partition::put);
        partition.put(PART, part);
        return partition;
    }

    /** The part a source partition is of; empty when it is a feed's own. */
    public static String name(Map<String, ?> partition) {
        return partition.get(PART) instanceof String name ? name : "";
    }

    /**
     * The feed a source partition belongs to, its own or that of a part.
     *
     * @throws IllegalArgumentException when it belongs to none
     */
    public static SourceUnit unit(Map<String, ?> partition) {
        Map<String, Object> feed = new HashMap<>(partition);
        feed.remove(PART);
        return SourceUnit.of(feed);
    }
}
