package com.sentia.schemas.topics;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a topic keeps its records.
 *
 * @param time kept this long after the broker took them; null: the newest record of each key is kept for ever
 */
public record Retention(@Nullable Duration time) {
    /** What an erasure has superseded must not stand in the log for ever, however little is written. */
    private static final Duration SUPERSEDED = Duration.ofDays(7);

    /** The newest record of each key stays; deletions are records with op DELETE, so nothing ever ends a key. */
    public static Retention compacted() {
        return new Retention(null);
    }

    public static Retention keptFor(Duration time) {
        return new Retention(time);
    }

    /** The topic settings that make the broker do so. */
    Map<String, String> topicSettings() {
        if (time == null) {
            return Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", Long.toString(SUPERSEDED.toMillis()));
        }
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis()));
    }

    @Override
    public String toString() {
        return time == null ? "compacted" : time.toDays() + " days";
    }
}
