package com.sentia.analytics.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one cause changes in one series at one instant, all its facts summed.
 *
 * @param timeMicros event time, UTC
 * @param values per measure of the dimension set: the sum's change, then the change of the number of facts; for a
 *     measure that counts members, picks values or multiplies the sum's change is 0 and {@code tallies} says more
 * @param tallies per {@link Tally} key the change of the number of facts, of a share of its amount
 * @param rateDay what amounts are in that are still to be converted, their tallies by the amount itself; null for the business
 *     currency
 */
@SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
public record Contribution(
        long timeMicros,
        long[] values,
        Map<String, Long> tallies,
        @Nullable RateDay rateDay) {
    /** In the business currency. */
    public Contribution(long timeMicros, long[] values, Map<String, Long> tallies) {
        this(timeMicros, values, tallies, null);
    }
}
