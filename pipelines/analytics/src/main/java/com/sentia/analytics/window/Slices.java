package com.sentia.analytics.window;

import com.sentia.analytics.fact.Tally;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The slices of one series. A slice with few members holds them; one with many keeps them apart in state, an entry each, so that
 * a fact costs the same whatever number the slice has.
 */
record Slices(SeriesPlan plan, SeriesState state) {

    /**
     * Adds to a slice that rolling windows draw on.
     *
     * @return whether it is the first contribution to it
     */
    boolean add(int grain, long end, long[] values, Map<String, Long> tallies) {
        return add(grain, end, values, tallies, false);
    }

    /**
     * Adds to the slice that a window is itself: once its members are apart, its values have their number.
     *
     * @return whether it is the first contribution to it
     */
    boolean addCounted(int grain, long end, long[] values, Map<String, Long> tallies) {
        return add(grain, end, values, tallies, true);
    }

    private boolean add(int grain, long end, long[] values, Map<String, Long> tallies, boolean isCounted) {
        @Nullable Slice known = state.slice(grain, end);
        Slice slice = known == null ? Slice.empty(plan.measures) : known;
        if (slice.areMembersApart()) {
            slice = slice.with(values, withoutMembers(tallies));
            addApart(slice, members(grain, end), tallies, isCounted);
        } else {
            slice = slice.with(values, tallies);
            if (!plan.members.isEmpty() && slice.tallies().size() > state.mostMembersInside()) {
                Map<String, Long> all = slice.tallies();
                slice = slice.withMembersApart(withoutMembers(all));
                addApart(slice, members(grain, end), all, isCounted);
            }
        }
        state.putSlice(grain, end, slice);
        return known == null;
    }

    private void addApart(Slice slice, MemberCounts members, Map<String, Long> tallies, boolean isCounted) {
        if (isCounted) {
            plan.members.shift(slice.values(), members, tallies, 1);
        } else {
            tallies.forEach((key, facts) -> {
                if (Tally.isMember(key)) {
                    members.put(key, Math.toIntExact(members.count(key) + facts));
                }
            });
        }
    }

    /** A slice with all that it holds, members kept apart too; null where there is none. */
    @Nullable
    Slice whole(int grain, long end) {
        @Nullable Slice slice = state.slice(grain, end);
        if (slice == null || !slice.areMembersApart()) {
            return slice;
        }
        Map<String, Long> all = new HashMap<>(slice.tallies());
        state.sliceMembers(grain, end).forEach((member, facts) -> all.put(member, facts.longValue()));
        return new Slice(slice.values(), all);
    }

    /** The same of a rolling window; most ends that have none are known without a look at state. */
    @Nullable
    Slice whole(RollingWindow rolling, long end, Running running) {
        return running.mayHaveSlice(rolling.number(), rolling.window(), end) ? whole(rolling.grain(), end) : null;
    }

    /** The members of a slice that keeps them apart. */
    MemberCounts members(int grain, long end) {
        return MemberCounts.inSlice(state, grain, end);
    }

    /** Facts of one member in a slice, however it keeps them; 0 where there is no slice. */
    int facts(int grain, long end, String member) {
        @Nullable Slice slice = state.slice(grain, end);
        if (slice == null) {
            return 0;
        }
        return slice.areMembersApart()
                ? state.sliceMember(grain, end, member)
                : Math.toIntExact(slice.tallies().getOrDefault(member, 0L));
    }

    private static Map<String, Long> withoutMembers(Map<String, Long> tallies) {
        Map<String, Long> others = new HashMap<>(tallies);
        others.keySet().removeIf(Tally::isMember);
        return others;
    }
}
