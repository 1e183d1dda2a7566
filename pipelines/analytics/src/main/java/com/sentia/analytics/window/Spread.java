package com.sentia.analytics.window;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many facts have which value, or lie in which bucket. */
public final class Spread {
    private static final int PERMILLE = 1_000;

    private final NavigableMap<Long, Integer> counts;

    public Spread() {
        this(new TreeMap<>());
    }

    private Spread(NavigableMap<Long, Integer> counts) {
        this.counts = counts;
    }

    Spread copy() {
        return new Spread(new TreeMap<>(counts));
    }

    /** Adds facts of a value; less than none takes them off. */
    public void add(long value, int facts) {
        if (facts == 0) {
            return;
        }
        counts.merge(value, facts, (some, more) -> some + more == 0 ? null : some + more);
    }

    /** Different values. */
    public int size() {
        return counts.size();
    }

    public Iterable<Map.Entry<Long, Integer>> counts() {
        return counts.entrySet();
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    long least() {
        return counts.firstKey();
    }

    long greatest() {
        return counts.lastKey();
    }

    /** The least value that at least so many in a thousand facts don't exceed. */
    long quantile(int permille) {
        long facts = counts.values().stream().mapToLong(Integer::longValue).sum();
        long rank = Math.max(1, (facts * permille + PERMILLE - 1) / PERMILLE);
        long passed = 0;
        for (Map.Entry<Long, Integer> value : counts.entrySet()) {
            passed += value.getValue();
            if (passed >= rank) {
                return value.getKey();
            }
        }
        return greatest();
    }
}
