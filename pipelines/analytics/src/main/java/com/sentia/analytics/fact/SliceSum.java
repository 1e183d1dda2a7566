package com.sentia.analytics.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What facts of one slice change in one series. */
final class SliceSum {
    private final long timeMicros;
    private final long[] values;
    private Map<String, Integer> members = Map.of();

    /** @param timeMicros event time of one of the facts */
    SliceSum(long timeMicros, int measures) {
        this.timeMicros = timeMicros;
        this.values = new long[2 * measures];
    }

    /** @param countsMember whether the member is to be counted here; of several measures of the same members one says so */
    void add(Selector selector, Fact fact, int sign, boolean countsMember) {
        int sum = 2 * selector.measure;
        values[sum] = Math.addExact(values[sum], Math.multiplyExact(sign, selector.amount(fact)));
        values[sum + 1] += sign;
        String member = countsMember ? selector.member(fact) : null;
        if (member != null) {
            if (members.isEmpty()) {
                members = new HashMap<>();
            }
            members.merge(member, sign, Integer::sum);
        }
    }

    /** Null when all that came has been taken back. */
    @Nullable
    Contribution contribution() {
        if (!members.isEmpty()) {
            members.values().removeIf(count -> count == 0);
        }
        boolean isNothing = members.isEmpty() && Arrays.stream(values).allMatch(value -> value == 0);
        return isNothing ? null : new Contribution(timeMicros, values, members);
    }
}
