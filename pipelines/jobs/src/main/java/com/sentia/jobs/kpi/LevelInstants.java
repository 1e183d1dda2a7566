package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.LevelHistory;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** What the entity whose key is current stood at, instant by instant, in keyed state. */
final class LevelInstants implements LevelHistory.Instants {
    private final MapState<Long, EntityFacts> instants;
    /** The last instant that stands for anything. */
    private final ValueState<Long> latest;

    LevelInstants(RuntimeContext context) {
        instants = context.getMapState(
                new MapStateDescriptor<>("instants", LongSerializer.INSTANCE, EntityFactsSerializer.INSTANCE));
        latest = context.getState(new ValueStateDescriptor<>("latest", LongSerializer.INSTANCE));
    }

    void put(long instant, EntityFacts version) throws Exception {
        instants.put(instant, version);
        Long known = latest.value();
        if (stands(version)) {
            latest.update(known == null ? instant : Math.max(known, instant));
        } else if (known != null && known == instant) {
            Long before = find(other -> other < instant, true);
            if (before == null) {
                latest.clear();
            } else {
                latest.update(before);
            }
        }
    }

    /** Forgets what came before the last instant up to this one; also that one, where nothing is left since. */
    void forgetBefore(long horizon) throws Exception {
        List<Long> old = new ArrayList<>();
        long kept = Long.MIN_VALUE;
        for (Map.Entry<Long, EntityFacts> entry : instants.entries()) {
            if (entry.getKey() <= horizon) {
                old.add(entry.getKey());
                kept = stands(entry.getValue()) ? Math.max(kept, entry.getKey()) : kept;
            }
        }
        EntityFacts last = kept == Long.MIN_VALUE ? null : instants.get(kept);
        boolean isNothing = last != null && last.facts().stream().allMatch(LevelInstants::isNothing);
        for (long instant : old) {
            if (instant != kept || isNothing) {
                instants.remove(instant);
            }
        }
        if (instants.isEmpty()) {
            latest.clear();
        }
    }

    @Override
    public @Nullable EntityFacts at(long instant) {
        return read(() -> instants.get(instant));
    }

    @Override
    public @Nullable EntityFacts before(long instant) {
        return read(() -> {
            Long last = latest.value();
            Long before = last == null || last < instant ? last : find(other -> other < instant, true);
            return before == null ? null : instants.get(before);
        });
    }

    @Override
    public @Nullable EntityFacts after(long instant) {
        return read(() -> {
            Long last = latest.value();
            Long after = last == null || last <= instant ? null : find(other -> other > instant, false);
            return after == null ? null : instants.get(after);
        });
    }

    private static boolean isNothing(Fact fact) {
        return fact.kind().figures().stream().allMatch(figure -> fact.figure(figure) == 0);
    }

    private static boolean stands(EntityFacts version) {
        return !version.facts().isEmpty();
    }

    private interface Which {
        boolean is(long instant);
    }

    /** The greatest or least of these instants that stands for anything. Reads all: what comes in order has no need to. */
    private @Nullable Long find(Which which, boolean isGreatest) throws Exception {
        Long found = null;
        for (Map.Entry<Long, EntityFacts> entry : instants.entries()) {
            long instant = entry.getKey();
            boolean isBetter = found == null || (isGreatest ? instant > found : instant < found);
            if (which.is(instant) && isBetter && stands(entry.getValue())) {
                found = instant;
            }
        }
        return found;
    }

    private interface Read {
        @Nullable
        EntityFacts read() throws Exception;
    }

    private static @Nullable EntityFacts read(Read read) {
        try {
            return read.read();
        } catch (Exception e) {
            throw new FlinkRuntimeException("state can't be read", e);
        }
    }
}
