package com.sentia.simulators.webhooks;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What became of the events since the process began. Safe for use by many threads. */
final class DeliveryCounts {
    /** One thing that can become of an event, or of a try to tell it. */
    enum Outcome {
        ACKNOWLEDGED,
        DOUBLED,
        FAILED,
        GIVEN_UP,
        LATE,
        LOST
    }

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    synchronized void add(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    synchronized Map<String, Integer> now() {
        Map<String, Integer> now = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            now.put(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'), counts.getOrDefault(outcome, 0));
        }
        return now;
    }
}
