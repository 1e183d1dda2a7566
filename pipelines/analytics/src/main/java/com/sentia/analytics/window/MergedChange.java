package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Several contributions of one cause as one change. */
@SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
record MergedChange(long[] values, Map<String, Integer> members) {

    static MergedChange none(int measures) {
        return new MergedChange(new long[2 * measures], new HashMap<>());
    }

    static MergedChange of(Collection<Contribution> contributions, int measures) {
        MergedChange merged = none(measures);
        contributions.forEach(contribution -> merged.add(contribution.values(), contribution.members()));
        return merged;
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

    /** What {@code totals} were before this change; {@code current} are the members' counts after it. */
    long[] before(long[] totals, MemberCounts current, MemberMeasures measures) {
        long[] before = totals.clone();
        Totals.subtract(before, values);
        measures.takeOff(before, current, members);
        return before;
    }
}
