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
            return Map.of("cleanup.policy", "compact");
        }
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis()));
    }

    @Override
    public String toString() {
        return time == null ? "compacted" : time.toDays() + " days";
    }
}
