package com.sentia.analytics.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What facts of one slice change in one series. */
final class SliceSum {
    private final long timeMicros;
    private final long[] values;
    private Map<String, Long> tallies = Map.of();

    private final @Nullable RateDay rateDay;

    /**
     * @param timeMicros event time of one of the facts
     * @param rateDay what the facts' amounts are in
     */
    SliceSum(long timeMicros, @Nullable RateDay rateDay, int measures) {
        this.timeMicros = timeMicros;
        this.rateDay = rateDay;
        this.values = new long[2 * measures];
    }

    @Nullable
    RateDay rateDay() {
        return rateDay;
    }

    void add(Selector selector, Fact fact, int sign) {
        int sum = 2 * selector.measure;
        values[sum] = Math.addExact(values[sum], Math.multiplyExact(sign, selector.amount(fact)));
        values[sum + 1] += sign;
        if (selector.isTallying()) {
            if (tallies.isEmpty()) {
                tallies = new HashMap<>();
            }
            selector.tally(fact, sign, tallies);
        }
    }

    /** Null when all that came has been taken back. */
    @Nullable
    Contribution contribution() {
        if (!tallies.isEmpty()) {
            tallies.values().removeIf(amount -> amount == 0);
        }
        boolean isNothing = tallies.isEmpty() && Arrays.stream(values).allMatch(value -> value == 0);
        return isNothing ? null : new Contribution(timeMicros, values, tallies, rateDay);
    }
}
