package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;

/** What calendar windows hold, one slice each. */
record CalendarSlices(SeriesPlan plan, SeriesState state) {

    /** Whether it is the first contribution to the window that ends at {@code end}. */
    boolean add(CalendarWindow window, long end, Contribution contribution) {
        return slices().addCounted(window.grain(), end, contribution.values(), contribution.tallies());
    }

    /** What the window of a slice amounts to. */
    Totals totals(Slice slice) {
        Totals totals = plan.newTotals();
        Totals.add(totals.values, slice.values());
        if (!slice.areMembersApart()) {
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
        return slice.areMembersApart()
                ? slices().members(window.grain(), end)
                : MemberCounts.overlay(member -> Math.toIntExact(slice.tallies().getOrDefault(member, 0L)));
    }

    private Slices slices() {
        return new Slices(plan, state);
    }
}
