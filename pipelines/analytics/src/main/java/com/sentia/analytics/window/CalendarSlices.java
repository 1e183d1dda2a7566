package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What calendar windows hold: reads and adds to their slices, whichever way these keep distinct members. */
record CalendarSlices(SeriesPlan plan, SeriesState state) {

    /** Whether it is the first contribution to the window that ends at {@code end}. */
    boolean add(CalendarWindow window, long end, Contribution contribution) {
        @Nullable Slice known = state.slice(window.grain(), end);
        Slice slice = known == null ? Slice.empty(plan.measures) : known;
        if (isCountedApart(window)) {
            slice.add(contribution.values(), Map.of());
            plan.members.shift(slice.values(), membersApart(window, end), contribution.members(), 1);
        } else {
            slice.add(contribution.values(), contribution.members());
        }
        state.putSlice(window.grain(), end, slice);
        return known == null;
    }

    /** A slice's values with the number of its distinct members. */
    long[] totals(CalendarWindow window, Slice slice) {
        long[] totals = slice.values().clone();
        if (!window.isLong()) {
            plan.members.countAll(totals, slice.members());
        }
        return totals;
    }

    MemberCounts members(CalendarWindow window, long end, Slice slice) {
        return isCountedApart(window)
                ? membersApart(window, end)
                : MemberCounts.overlay(member -> slice.members().getOrDefault(member, 0));
    }

    /** Forgets the counts of these members in the window that ends at {@code end}. */
    void forgetMembers(CalendarWindow window, long end, Iterable<String> members) {
        MemberCounts counts = membersApart(window, end);
        members.forEach(member -> counts.put(member, 0));
    }

    private boolean isCountedApart(CalendarWindow window) {
        return !plan.members.isEmpty() && window.isLong();
    }

    private MemberCounts membersApart(CalendarWindow window, long end) {
        return MemberCounts.inState(state, window.number(), end);
    }
}
