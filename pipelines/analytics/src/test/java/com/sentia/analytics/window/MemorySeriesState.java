package com.sentia.analytics.window;

import com.sentia.analytics.fact.RateDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** State of one series on the heap; hands out copies, as a state backend on disk does. */
final class MemorySeriesState implements SeriesState {
    private final WindowEngine engine;
    private final int mostMembersInside;
    private final boolean isForgetful;
    private final OpenTotals openTotals;
    private final Map<List<Object>, Object> entries = new HashMap<>();
    /** Only within a call: what is on time may take back what the same call brings late. */
    private final Set<List<Object>> belowZero = new HashSet<>();

    private @Nullable Running running;

    /** @param isForgetful whether nothing is remembered beside the state from one call to the next */
    MemorySeriesState(WindowEngine engine, int mostMembersInside, boolean isForgetful) {
        this.engine = engine;
        this.mostMembersInside = mostMembersInside;
        this.isForgetful = isForgetful;
        this.openTotals = engine.newOpenTotals();
    }

    /** Number of things remembered. */
    int size() {
        return entries.size() + (running == null ? 0 : 1);
    }

    @Override
    public Running running() {
        return running == null ? engine.newRunning() : running;
    }

    @Override
    public void putRunning(Running changed) {
        if (!belowZero.isEmpty()) {
            throw new IllegalStateException("members with less than no facts: " + belowZero);
        }
        running = changed;
    }

    @Override
    public @Nullable Slice slice(int grain, long end) {
        Slice slice = (Slice) entries.get(List.<Object>of("slice", grain, end));
        return slice == null
                ? null
                : new Slice(slice.values().clone(), new TreeMap<>(slice.tallies()), slice.areMembersApart());
    }

    @Override
    public void putSlice(int grain, long end, Slice slice) {
        entries.put(List.of("slice", grain, end), slice);
    }

    @Override
    public void removeSlice(int grain, long end) {
        entries.remove(List.<Object>of("slice", grain, end));
        entries.keySet().removeIf(key -> isOf(grain, end, key));
    }

    @Override
    public void removeSlices(IntPredicate grains, long from, long to) {
        List.copyOf(entries.keySet()).stream()
                .filter(key -> key.get(0).equals("slice"))
                .filter(key -> grains.test((Integer) key.get(1)))
                .filter(key -> (Long) key.get(2) > from && (Long) key.get(2) <= to)
                .forEach(key -> removeSlice((Integer) key.get(1), (Long) key.get(2)));
    }

    @Override
    public @Nullable NativeSums nativeSums(RateDay rateDay) {
        NativeSums sums = (NativeSums) entries.get(List.<Object>of("native", rateDay));
        return sums == null ? null : new NativeSums(new TreeMap<>(sums.bySlice()));
    }

    @Override
    public void putNativeSums(RateDay rateDay, @Nullable NativeSums sums) {
        put(List.of("native", rateDay), sums);
    }

    @Override
    public Map<RateDay, NativeSums> nativeSums() {
        Map<RateDay, NativeSums> all = new HashMap<>();
        entries.forEach((key, value) -> {
            if (value instanceof NativeSums sums) {
                all.put((RateDay) key.get(1), sums);
            }
        });
        return all;
    }

    @Override
    public int memberCount(int window, String member) {
        return (Integer) entries.getOrDefault(List.<Object>of("member", window, member), 0);
    }

    @Override
    public void putMemberCount(int window, String member, int count) {
        if (count < 0) {
            throw new IllegalStateException("a member with " + count + " facts");
        }
        put(List.of("member", window, member), count == 0 ? null : count);
    }

    @Override
    public int mostMembersInside() {
        return mostMembersInside;
    }

    @Override
    public int sliceMember(int grain, long end, String member) {
        return (Integer) entries.getOrDefault(List.<Object>of("apart", grain, end, member), 0);
    }

    @Override
    public void putSliceMember(int grain, long end, String member, int facts) {
        List<Object> key = List.of("apart", grain, end, member);
        if (facts < 0) {
            belowZero.add(key);
        } else {
            belowZero.remove(key);
        }
        put(key, facts == 0 ? null : facts);
    }

    @Override
    public Map<String, Integer> sliceMembers(int grain, long end) {
        Map<String, Integer> all = new HashMap<>();
        entries.forEach((key, value) -> {
            if (isOf(grain, end, key)) {
                all.put((String) key.get(3), (Integer) value);
            }
        });
        return all;
    }

    private static boolean isOf(int grain, long end, List<Object> key) {
        return key.size() == 4 && key.subList(0, 3).equals(List.<Object>of("apart", grain, end));
    }

    @Override
    public OpenTotals openTotals() {
        return isForgetful ? engine.newOpenTotals() : openTotals;
    }

    @Override
    public long openKpis(int window, long end) {
        return (Long) entries.getOrDefault(List.<Object>of("open", window, end), 0L);
    }

    @Override
    public void putOpenKpis(int window, long end, long kpis) {
        put(List.of("open", window, end), kpis == 0 ? null : kpis);
    }

    @Override
    public int @Nullable [] revisions(int window, long end) {
        int[] revisions = (int[]) entries.get(List.<Object>of("revision", window, end));
        return revisions == null ? null : revisions.clone();
    }

    @Override
    public void putRevisions(int window, long end, int @Nullable [] revisions) {
        put(List.of("revision", window, end), revisions);
    }

    @Override
    public void clearRevisions() {
        entries.keySet().removeIf(key -> key.get(0).equals("revision"));
    }

    @Override
    public void clear() {
        if (!entries.isEmpty()) {
            throw new IllegalStateException("something is left of a series without facts: " + entries.keySet());
        }
        running = null;
    }

    private void put(List<Object> key, @Nullable Object value) {
        if (value == null) {
            entries.remove(key);
            return;
        }
        entries.put(key, value);
    }
}
