package com.sentia.analytics.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to take back and what to add so that one list of facts becomes another; equal facts count as often as they
 * occur.
 */
public record FactDiff(List<Fact> retractions, List<Fact> additions) {

    public static FactDiff between(List<Fact> before, List<Fact> after) {
        if (before.isEmpty()) {
            return new FactDiff(List.of(), after);
        }
        return new FactDiff(without(before, after), without(after, before));
    }

    /** Event time of the earliest fact, UTC; {@link Long#MAX_VALUE} when there is none. */
    public long earliestMicros() {
        long earliest = Long.MAX_VALUE;
        for (Fact fact : retractions) {
            earliest = Math.min(earliest, fact.timeMicros());
        }
        for (Fact fact : additions) {
            earliest = Math.min(earliest, fact.timeMicros());
        }
        return earliest;
    }

    public boolean isEmpty() {
        return retractions.isEmpty() && additions.isEmpty();
    }

    /** The same without facts before an instant. */
    public FactDiff from(long micros) {
        return earliestMicros() >= micros ? this : new FactDiff(from(retractions, micros), from(additions, micros));
    }

    private static List<Fact> from(List<Fact> facts, long micros) {
        return facts.stream().filter(fact -> fact.timeMicros() >= micros).toList();
    }

    private static List<Fact> without(List<Fact> facts, List<Fact> others) {
        Map<Fact, Integer> left = new HashMap<>();
        others.forEach(fact -> left.merge(fact, 1, Integer::sum));
        List<Fact> remaining = new ArrayList<>();
        for (Fact fact : facts) {
            int count = left.getOrDefault(fact, 0);
            if (count == 0) {
                remaining.add(fact);
            } else {
                left.put(fact, count - 1);
            }
        }
        return remaining;
    }
}
