package com.sentia.jobs.kpi.state;

import com.sentia.analytics.fact.RateDay;
import com.sentia.analytics.window.NativeSums;
import com.sentia.analytics.window.Running;
import com.sentia.analytics.window.SeriesState;
import com.sentia.analytics.window.Slice;
import com.sentia.analytics.window.WindowEngine;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.IntPrimitiveArraySerializer;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The state of the series whose key is current. The names given to Flink here are promises to savepoints. */
public final class FlinkSeriesState implements SeriesState {
    /** Series that have any keep amounts of other currencies. */
    public static final String NATIVE_SUMS = "native-sums";

    private static final int CURRENCY_LENGTH = 3;
    private static final int INDEX_BITS = 4;
    private static final long MICROS_PER_SECOND = 1_000_000L;

    private final ValueState<Running> running;
    private final MapState<Long, Slice> slices;
    private final MapState<String, Integer> members;
    private final MapState<Long, Long> openKpis;
    private final MapState<Long, int[]> revisions;
    private final MapState<String, NativeSums> nativeSums;
    private @Nullable WindowEngine engine;

    public FlinkSeriesState(KeyedStateStore store) {
        running = store.getState(new ValueStateDescriptor<>("running", RunningSerializer.INSTANCE));
        slices = store.getMapState(
                new MapStateDescriptor<>("slices", LongSerializer.INSTANCE, SliceSerializer.INSTANCE));
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
    public SeriesState of(WindowEngine engineOfCurrentKey) {
        engine = engineOfCurrentKey;
        return this;
    }

    @Override
    public Running running() {
        return read(() -> {
            Running known = running.value();
            return known == null ? java.util.Objects.requireNonNull(engine).newRunning() : known;
        });
    }

    @Override
    public void putRunning(Running changed) {
        write(() -> running.update(changed));
    }

    @Override
    public @Nullable Slice slice(int grain, long end) {
        return readOrNull(() -> slices.get(key(grain, end)));
    }

    @Override
    public void putSlice(int grain, long end, Slice slice) {
        write(() -> slices.put(key(grain, end), slice));
    }

    @Override
    public void removeSlice(int grain, long end) {
        write(() -> slices.remove(key(grain, end)));
    }

    @Override
    public int memberCount(int window, String member) {
        return memberCount(window + ":" + member);
    }

    @Override
    public void putMemberCount(int window, String member, int count) {
        putMemberCount(window + ":" + member, count);
    }

    @Override
    public int memberCount(int window, long end, String member) {
        return memberCount(memberKey(window, end, member));
    }

    @Override
    public void putMemberCount(int window, long end, String member, int count) {
        putMemberCount(memberKey(window, end, member), count);
    }

    private int memberCount(String key) {
        Integer count = readOrNull(() -> members.get(key));
        return count == null ? 0 : count;
    }

    private void putMemberCount(String key, int count) {
        write(() -> {
            if (count == 0) {
                members.remove(key);
            } else {
                members.put(key, count);
            }
        });
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
    public void clear() {
        nativeSums.clear();
        running.clear();
        slices.clear();
        members.clear();
        openKpis.clear();
        revisions.clear();
    }

    /** Ends lie on whole seconds; grain or window number fills the low bits. */
    private static long key(int index, long end) {
        return Math.floorDiv(end, MICROS_PER_SECOND) << INDEX_BITS | index;
    }

    private static String memberKey(int window, long end, String member) {
        return window + "@" + Math.floorDiv(end, MICROS_PER_SECOND) + ":" + member;
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
