package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.Tally;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What calendar windows hold: reads and adds to their slices, whichever way these keep distinct members. */
record CalendarSlices(SeriesPlan plan, SeriesState state) {

    /** Whether it is the first contribution to the window that ends at {@code end}. */
    boolean add(CalendarWindow window, long end, Contribution contribution) {
        @Nullable Slice known = state.slice(window.grain(), end);
        Slice slice = known == null ? Slice.empty(plan.measures) : known;
        if (isCountedApart(window)) {
            Map<String, Long> others = new HashMap<>(contribution.tallies());
            others.keySet().removeIf(Tally::isMember);
            slice = slice.with(contribution.values(), others);
            plan.members.shift(slice.values(), membersApart(window, end), contribution.tallies(), 1);
        } else {
            slice = slice.with(contribution.values(), contribution.tallies());
        }
        state.putSlice(window.grain(), end, slice);
        return known == null;
    }

    /** What the window of a slice amounts to. */
    Totals totals(CalendarWindow window, Slice slice) {
        Totals totals = plan.newTotals();
        Totals.add(totals.values, slice.values());
        if (!window.isLong()) {
            plan.members.countAll(totals.values, slice.tallies());
        }
        plan.shiftByKey(totals, slice.tallies(), 1);
        return totals;
    }

    /** The row of the window that ends here. */
    long[] row(CalendarWindow window, long end, Totals totals) {
        return plan.form.of(totals, () -> window.window().around(end - 1).start(), end);
    }

    MemberCounts members(CalendarWindow window, long end, Slice slice) {
        return isCountedApart(window)
                ? membersApart(window, end)
                : MemberCounts.overlay(member -> Math.toIntExact(slice.tallies().getOrDefault(member, 0L)));
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
