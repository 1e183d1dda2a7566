package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import java.util.HashMap;
import java.util.Map;

/** Several contributions of one cause as one change. */
@SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
record MergedChange(long[] values, Map<String, Long> tallies) {
    static MergedChange none(SeriesPlan plan) {
        return new MergedChange(new long[plan.layout.width], new HashMap<>());
    }

    void add(Contribution contribution) {
        add(contribution.values(), contribution.tallies());
    }

    void add(MergedChange other) {
        add(other.values, other.tallies);
    }

    void takeOff(long[] lessValues, Map<String, Long> lessTallies) {
        Totals.subtract(values, lessValues);
        lessTallies.forEach((key, amount) -> tallies.merge(key, Math.negateExact(amount), Math::addExact));
    }

    private void add(long[] moreValues, Map<String, Long> moreTallies) {
        Totals.add(values, moreValues);
        moreTallies.forEach((key, amount) -> tallies.merge(key, amount, Math::addExact));
    }
}
