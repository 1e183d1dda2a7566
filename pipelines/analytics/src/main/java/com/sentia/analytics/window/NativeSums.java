package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.Tally;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a series took in of one currency and one business day, as it came: per slice the sums before they were converted. A rate
 * that comes late corrects them without any fact.
 *
 * @param bySlice by the end of the slice
 */
public record NativeSums(NavigableMap<Long, Contribution> bySlice) {
    static NativeSums empty() {
        return new NativeSums(new TreeMap<>());
    }

    /** The contributions are not changed, then or later. */
    void add(long sliceEnd, Contribution more) {
        bySlice.merge(sliceEnd, more, NativeSums::sum);
    }

    private static Contribution sum(Contribution known, Contribution more) {
        long[] values = known.values().clone();
        Totals.add(values, more.values());
        Map<String, Long> tallies = new TreeMap<>(known.tallies());
        more.tallies().forEach((key, amount) -> Tally.add(tallies, key, amount));
        return new Contribution(known.timeMicros(), values, tallies, known.rateDay());
    }
}
