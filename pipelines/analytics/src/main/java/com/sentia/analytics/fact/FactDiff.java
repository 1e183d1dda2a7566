package com.sentia.analytics.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to take back and what to add so that one list of facts becomes another; equal facts count as often as they
 * occur.
 */
public record FactDiff(List<SalesFact> retractions, List<SalesFact> additions) {

    public static FactDiff between(List<SalesFact> before, List<SalesFact> after) {
        if (before.isEmpty()) {
            return new FactDiff(List.of(), after);
        }
        return new FactDiff(without(before, after), without(after, before));
    }

    /** Event time of the earliest fact, UTC; {@link Long#MAX_VALUE} when there is none. */
    public long earliestMicros() {
        long earliest = Long.MAX_VALUE;
        for (SalesFact fact : retractions) {
            earliest = Math.min(earliest, fact.timeMicros());
        }
        for (SalesFact fact : additions) {
            earliest = Math.min(earliest, fact.timeMicros());
        }
        return earliest;
    }

    private static List<SalesFact> without(List<SalesFact> facts, List<SalesFact> others) {
        Map<SalesFact, Integer> left = new HashMap<>();
        others.forEach(fact -> left.merge(fact, 1, Integer::sum));
        List<SalesFact> remaining = new ArrayList<>();
        for (SalesFact fact : facts) {
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
