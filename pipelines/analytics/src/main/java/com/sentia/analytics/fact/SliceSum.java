package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Quantity;
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

    /** @param measure place of the measure that takes the quantity */
    void add(int measure, Quantity quantity, SalesFact fact, int sign) {
        if (quantity.isDistinct() && !addMember(fact.customer(), sign)) {
            return;
        }
        int sum = 2 * measure;
        values[sum] = Math.addExact(values[sum], Math.multiplyExact(sign, fact.figure(quantity)));
        values[sum + 1] += sign;
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

    /** Nothing to count without a member. */
    private boolean addMember(@Nullable String member, int sign) {
        if (member == null) {
            return false;
        }
        if (members.isEmpty()) {
            members = new HashMap<>();
        }
        members.merge(member, sign, Integer::sum);
        return true;
    }
}
