package com.sentia.jobs.kpi.state;

import com.sentia.analytics.fact.RateDay;
import com.sentia.analytics.window.NativeSums;
import com.sentia.analytics.window.OpenTotals;
import com.sentia.analytics.window.Running;
import com.sentia.analytics.window.SeriesState;
import com.sentia.analytics.window.Slice;
import com.sentia.analytics.window.WindowEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.IntPrimitiveArraySerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The state of the series whose key is current. The names given to Flink here are promises to savepoints. */
public final class FlinkSeriesState implements SeriesState {
    /** Series that have any keep amounts of other currencies. */
    public static final String NATIVE_SUMS = "native-sums";

    /** Some kilobytes, which are read and written with each fact. */
    private static final int MOST_MEMBERS_INSIDE = 64;

    private static final int CURRENCY_LENGTH = 3;
    private static final int INDEX_BITS = 4;
    private static final long MOST_INDEX = (1 << INDEX_BITS) - 1;
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

    private final ValueState<Running> running;
    private final MapState<String, Integer> members;
    private final KeyedStateBackend<?> backend;
    private final MapStateDescriptor<Long, Slice> slices =
            new MapStateDescriptor<>("slices", LongSerializer.INSTANCE, SliceSerializer.INSTANCE);
    private final MapStateDescriptor<String, Integer> sliceMembers =
            new MapStateDescriptor<>("slice-members", StringSerializer.INSTANCE, IntSerializer.INSTANCE);
    private final MapState<Long, Long> openKpis;
    private final MapState<Long, int[]> revisions;
    private final MapState<String, NativeSums> nativeSums;
    private @Nullable WindowEngine engine;
    private @Nullable OpenTotals openTotals;

    public FlinkSeriesState(KeyedStateStore store, KeyedStateBackend<?> backend) {
        this.backend = backend;
        running = store.getState(new ValueStateDescriptor<>("running", RunningSerializer.INSTANCE));
        members = store.getMapState(
                new MapStateDescriptor<>("members", StringSerializer.INSTANCE, IntSerializer.INSTANCE));
        openKpis = store.getMapState(
                new MapStateDescriptor<>("open-kpis", LongSerializer.INSTANCE, LongSerializer.INSTANCE));
        nativeSums = store.getMapState(
                new MapStateDescriptor<>(NATIVE_SUMS, StringSerializer.INSTANCE, NativeSumsSerializer.INSTANCE));
        revisions = store.getMapState(
                new MapStateDescriptor<>("revisions", LongSerializer.INSTANCE, IntPrimitiveArraySerializer.INSTANCE));
    }

    /** To be called whenever another key has become current. */
    public SeriesState of(WindowEngine engineOfCurrentKey, OpenTotals openTotalsOfCurrentKey) {
        engine = engineOfCurrentKey;
        openTotals = openTotalsOfCurrentKey;
        return this;
    }

    @Override
    public Running running() {
        return read(() -> {
            Running known = running.value();
            return known == null ? Objects.requireNonNull(engine).newRunning() : known;
        });
    }

    @Override
    public void putRunning(Running changed) {
        write(() -> running.update(changed));
    }

    @Override
    public @Nullable Slice slice(int grain, long end) {
        return readOrNull(() -> slicesOfDay(day(end)).get(key(grain, end)));
    }

    @Override
    public void putSlice(int grain, long end, Slice slice) {
        write(() -> slicesOfDay(day(end)).put(key(grain, end), slice));
    }

    @Override
    public void removeSlice(int grain, long end) {
        write(() -> {
            long key = key(grain, end);
            MapState<Long, Slice> slicesOfDay = slicesOfDay(day(end));
            Slice slice = slicesOfDay.get(key);
            if (slice != null) {
                slicesOfDay.remove(key);
                forgetMembers(key, slice);
            }
        });
    }

    @Override
    public void removeSlices(IntPredicate grains, long from, long to) {
        write(() -> {
            for (long day = day(from + MICROS_PER_SECOND); day <= day(to); day++) {
                Map<Long, Slice> found = new HashMap<>();
                for (Map.Entry<Long, Slice> entry : slicesOfDay(day).entries()) {
                    long end = end(entry.getKey());
                    if (end > from && end <= to && grains.test(index(entry.getKey()))) {
                        found.put(entry.getKey(), entry.getValue());
                    }
                }
                MapState<Long, Slice> slicesOfDay = slicesOfDay(day);
                for (long key : found.keySet()) {
                    slicesOfDay.remove(key);
                }
                for (Map.Entry<Long, Slice> entry : found.entrySet()) {
                    forgetMembers(entry.getKey(), entry.getValue());
                }
            }
        });
    }

    /** The day is the namespace, so that what there is of a day is found without asking for each end in it. */
    private MapState<Long, Slice> slicesOfDay(long day) throws Exception {
        return backend.getPartitionedState(day, LongSerializer.INSTANCE, slices);
    }

    private void forgetMembers(long key, Slice slice) throws Exception {
        if (slice.areMembersApart()) {
            membersOf(key).clear();
        }
    }

    @Override
    public int mostMembersInside() {
        return MOST_MEMBERS_INSIDE;
    }

    @Override
    public int sliceMember(int grain, long end, String member) {
        return facts(readOrNull(() -> membersOf(key(grain, end)).get(member)));
    }

    @Override
    public void putSliceMember(int grain, long end, String member, int facts) {
        write(() -> put(membersOf(key(grain, end)), member, facts));
    }

    @Override
    public Map<String, Integer> sliceMembers(int grain, long end) {
        Map<String, Integer> all = new HashMap<>();
        write(() -> {
            for (Map.Entry<String, Integer> entry : membersOf(key(grain, end)).entries()) {
                all.put(entry.getKey(), entry.getValue());
            }
        });
        return all;
    }

    /** The slice is the namespace, so that all of its members are found together. */
    private MapState<String, Integer> membersOf(long slice) throws Exception {
        return backend.getPartitionedState(slice, LongSerializer.INSTANCE, sliceMembers);
    }

    @Override
    public int memberCount(int window, String member) {
        return facts(readOrNull(() -> members.get(memberKey(window, member))));
    }

    @Override
    public void putMemberCount(int window, String member, int count) {
        write(() -> put(members, memberKey(window, member), count));
    }

    private static int facts(@Nullable Integer known) {
        return known == null ? 0 : known;
    }

    private static void put(MapState<String, Integer> members, String key, int facts) throws Exception {
        if (facts == 0) {
            members.remove(key);
        } else {
            members.put(key, facts);
        }
    }

    @Override
    public long openKpis(int window, long end) {
        Long kpis = readOrNull(() -> openKpis.get(key(window, end)));
        return kpis == null ? 0 : kpis;
    }

    @Override
    public void putOpenKpis(int window, long end, long kpis) {
        write(() -> {
            if (kpis == 0) {
                openKpis.remove(key(window, end));
            } else {
                openKpis.put(key(window, end), kpis);
            }
        });
    }

    @Override
    public int @Nullable [] revisions(int window, long end) {
        return readOrNull(() -> revisions.get(key(window, end)));
    }

    @Override
    public void putRevisions(int window, long end, int @Nullable [] changed) {
        write(() -> {
            if (changed == null) {
                revisions.remove(key(window, end));
            } else {
                revisions.put(key(window, end), changed);
            }
        });
    }

    @Override
    public @Nullable NativeSums nativeSums(RateDay rateDay) {
        return readOrNull(() -> nativeSums.get(key(rateDay)));
    }

    @Override
    public void putNativeSums(RateDay rateDay, @Nullable NativeSums sums) {
        write(() -> {
            if (sums == null) {
                nativeSums.remove(key(rateDay));
            } else {
                nativeSums.put(key(rateDay), sums);
            }
        });
    }

    @Override
    public Map<RateDay, NativeSums> nativeSums() {
        Map<RateDay, NativeSums> all = new HashMap<>();
        write(() -> {
            for (Map.Entry<String, NativeSums> entry : nativeSums.entries()) {
                all.put(rateDay(entry.getKey()), entry.getValue());
            }
        });
        return all;
    }

    private static String key(RateDay rateDay) {
        return rateDay.currency() + rateDay.day();
    }

    private static RateDay rateDay(String key) {
        return new RateDay(key.substring(0, CURRENCY_LENGTH), Long.parseLong(key, CURRENCY_LENGTH, key.length(), 10));
    }

    @Override
    public OpenTotals openTotals() {
        return Objects.requireNonNull(openTotals);
    }

    @Override
    public void clearRevisions() {
        revisions.clear();
    }

    @Override
    public void clear() {
        running.clear();
    }

    /** Ends lie on whole seconds; grain or window number fills the low bits. */
    private static long key(int index, long end) {
        return Math.floorDiv(end, MICROS_PER_SECOND) << INDEX_BITS | index;
    }

    private static long end(long key) {
        return (key >> INDEX_BITS) * MICROS_PER_SECOND;
    }

    private static int index(long key) {
        return (int) (key & MOST_INDEX);
    }

    /** The day since the epoch, UTC, that holds an end or ends with it. */
    private static long day(long end) {
        return Math.floorDiv(end - 1, MICROS_PER_DAY);
    }

    private static String memberKey(int window, String member) {
        return window + ":" + member;
    }

    private interface Read<T> {
        T read() throws Exception;
    }

    private interface ReadOrNull<T> {
        @Nullable
        T read() throws Exception;
    }

    private interface Write {
        void write() throws Exception;
    }

    private static <T> T read(Read<T> read) {
        try {
            return read.read();
        } catch (Exception e) {
            throw new FlinkRuntimeException("state can't be read", e);
        }
    }

    private static <T> @Nullable T readOrNull(ReadOrNull<T> read) {
        try {
            return read.read();
        } catch (Exception e) {
            throw new FlinkRuntimeException("state can't be read", e);
        }
    }

    private static void write(Write write) {
        try {
            write.write();
        } catch (Exception e) {
            throw new FlinkRuntimeException("state can't be written", e);
        }
    }
}
