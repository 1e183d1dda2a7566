package com.sentia.analytics.window;

import com.sentia.analytics.fact.Tally;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Partial aggregate of one series over one slice of time.
 *
 * <p>A slice whose facts were all taken back stays, at zero, until retention: its end, and its end plus a window's size,
 * remain places where that window's value may change.
 *
 * @param values per measure the sum, then the number of facts; a measure of members has their number where
 *     these are kept apart ({@link CalendarWindow#isLong}), else it stays 0; more of them once an amount of another currency
 *     is in it ({@link Layout})
 * @param tallies amounts per {@link Tally} key, none at 0; without members that are counted where these are kept apart
 */
@SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
public record Slice(long[] values, Map<String, Long> tallies) {

    static Slice empty(int measures) {
        return new Slice(new long[2 * measures], new TreeMap<>());
    }

    /** This slice, or where the change has more places a longer one, with the change in it. */
    Slice with(long[] change, Map<String, Long> tallyChange) {
        long[] sums = change.length > values.length ? Arrays.copyOf(values, change.length) : values;
        Totals.add(sums, change);
        add(tallyChange);
        return new Slice(sums, tallies);
    }

    private void add(Map<String, Long> tallyChange) {
        tallyChange.forEach((key, amount) -> Tally.add(tallies, key, amount));
    }
}
