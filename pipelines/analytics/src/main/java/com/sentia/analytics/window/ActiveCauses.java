package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window.Rolling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The late causes that change a rolling window at the end a walk has come to: those with a changed slice in it.
 *
 * <p>What each of several causes changed follows from the totals as they are: back from these, the cause that came last is
 * taken off first. So each is told of as if it had come alone after those before it.
 */
final class ActiveCauses {
    private final SeriesPlan plan;
    private final Rolling window;
    private final Map<Long, List<Part>> bySlice = new HashMap<>();
    private final TreeMap<Integer, Active> active = new TreeMap<>();

    /** What one cause changes in one slice. */
    private record Part(int number, LateCause cause, MergedChange change) {}

    /** A cause with what it changes in the window as a whole. */
    private static final class Active {
        final LateCause cause;
        final MergedChange change;
        int slices;
        /** KPIs, as bits, whose value at the last end looked at it changed. */
        long changed;

        Active(LateCause cause, MergedChange change) {
            this.cause = cause;
            this.change = change;
        }
    }

    ActiveCauses(SeriesPlan plan, Rolling window, List<LateCause> causes) {
        this.plan = plan;
        this.window = window;
        for (int number = 0; number < causes.size(); number++) {
            LateCause cause = causes.get(number);
            int own = number;
            cause.bySlice.forEach((end, change) ->
                    bySlice.computeIfAbsent(end, absent -> new ArrayList<>()).add(new Part(own, cause, change)));
        }
    }

    /** A slice comes in. */
    void enter(long sliceEnd) {
        for (Part part : bySlice.getOrDefault(sliceEnd, List.of())) {
            Active one = active.computeIfAbsent(part.number, absent -> new Active(part.cause, MergedChange.none(plan)));
            one.change.add(part.change);
            one.slices++;
        }
    }

    /** A slice falls out; what it left of a level stays. */
    void leave(long sliceEnd) {
        for (Part part : bySlice.getOrDefault(sliceEnd, List.of())) {
            Active one = Objects.requireNonNull(active.get(part.number), "a slice leaves that never came in");
            one.change.takeOff(plan.withoutLevels(part.change.values()), part.change.tallies());
            one.slices--;
        }
    }

    /**
     * Enters in the ledgers what the causes changed at this end.
     *
     * @param totals as they are, with the members' counts that belong to them
     * @param raised per KPI the number of causes that changed its value here
     * @return what the totals were before all of the causes
     */
    Totals takeOff(long end, Totals totals, MemberCounts members, int[] raised) {
        MemberCounts counts = MemberCounts.overlay(members::count);
        Totals before = totals.copy();
        long[] after = plan.row(totals, window, end);
        for (Active one : active.descendingMap().values()) {
            plan.shift(before, counts, one.change.values(), one.change.tallies(), -1);
            long[] row = plan.row(before.copy(), window, end);
            enterInLedger(one, end, row, after, raised);
            after = row;
        }
        if (!plan.hasLevels) {
            active.values().removeIf(one -> one.slices == 0);
        }
        return before;
    }

    /** The walk ends here, with what is active still in force. */
    void stop(long end) {
        for (Active one : active.values()) {
            for (int k = 0; k < plan.kpis.size(); k++) {
                if ((one.changed & 1L << k) != 0) {
                    one.cause.ledger.lastChanged(k, end);
                }
            }
        }
    }

    private void enterInLedger(Active one, long end, long[] before, long[] after, int[] raised) {
        long changed = 0;
        for (int k = 0; k < plan.kpis.size(); k++) {
            if (plan.kpis.get(k).differs(before, after)) {
                one.cause.ledger.changed(k, end, before, after);
                raised[k]++;
                changed |= 1L << k;
            } else if ((one.changed & 1L << k) != 0) {
                one.cause.ledger.lastChanged(k, end - window.step());
            }
        }
        one.changed = changed;
    }
}
