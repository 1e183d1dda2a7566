package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import java.util.HashMap;
import java.util.Map;

/** Several contributions of one cause as one change. */
@SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
record MergedChange(long[] values, Map<String, Integer> members) {
    static MergedChange none(int measures) {
        return new MergedChange(new long[2 * measures], new HashMap<>());
    }

    void add(Contribution contribution) {
        add(contribution.values(), contribution.members());
    }

    void add(MergedChange other) {
        add(other.values, other.members);
    }

    void takeOff(MergedChange other) {
        Totals.subtract(values, other.values);
        other.members.forEach((member, count) -> members.merge(member, -count, Integer::sum));
    }

    private void add(long[] moreValues, Map<String, Integer> moreMembers) {
        Totals.add(values, moreValues);
        moreMembers.forEach((member, count) -> members.merge(member, count, Integer::sum));
    }
}
