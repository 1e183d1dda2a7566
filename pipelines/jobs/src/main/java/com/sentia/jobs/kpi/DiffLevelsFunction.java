package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.LevelHistory;
import com.sentia.analytics.fact.VersionStep;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what something stood at, instant by instant, and turns a higher version of an instant into moves. What it stood at
 * a retention ago is kept for as long as it stands so; what came before that is forgotten.
 */
final class DiffLevelsFunction extends KeyedProcessFunction<String, EntityChange, VersionEffect>
        implements CheckpointedFunction {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final KpiPlan plan;
    private transient @Nullable MapState<Long, EntityFacts> instants;
    /** The last instant that stands for anything. */
    private transient @Nullable ValueState<Long> latest;

    private transient @Nullable RetentionGuard retention;

    DiffLevelsFunction(KpiPlan plan) {
        this.plan = plan;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        retention = new RetentionGuard(context.getOperatorStateStore(), plan.retention());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Objects.requireNonNull(retention).snapshot();
    }

    @Override
    public void open(OpenContext context) {
        instants = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("instants", LongSerializer.INSTANCE, EntityFactsSerializer.INSTANCE));
        latest = getRuntimeContext().getState(new ValueStateDescriptor<>("latest", LongSerializer.INSTANCE));
    }

    @Override
    public void processElement(EntityChange change, Context context, Collector<VersionEffect> out) throws Exception {
        long instant = Objects.requireNonNull(change.levelAt());
        Optional<VersionStep> step = LevelHistory.step(new Known(), instant, change.facts());
        if (step.isEmpty()) {
            out.collect(VersionEffect.STALE);
            return;
        }
        FactDiff whole = step.get().diff();
        FactDiff diff = Objects.requireNonNull(retention)
                .within(whole, context.timerService().currentWatermark());
        if (!diff.equals(whole)) {
            long now = context.timerService().currentProcessingTime();
            context.output(RetentionGuard.BEYOND_RETENTION, RetentionGuard.rejection(change, now));
            return;
        }
        instants().put(instant, change.facts());
        remember(instant, change.facts());
        long forgetAt = (Math.floorDiv(instant / 1_000 + plan.retention().toMillis(), DAY_MS) + 1) * DAY_MS;
        context.timerService().registerEventTimeTimer(forgetAt);
        Cause cause = new Cause(
                change.key() + "@" + instant,
                change.facts().version(),
                step.get().kind());
        out.collect(new VersionEffect(cause, diff));
    }

    /** Keeps the last instant that is as old as retention, unless nothing stands since, and forgets those before it. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VersionEffect> out) throws Exception {
        long horizon = (timestamp - plan.retention().toMillis()) * 1_000;
        List<Long> old = new ArrayList<>();
        long kept = Long.MIN_VALUE;
        for (Map.Entry<Long, EntityFacts> entry : instants().entries()) {
            if (entry.getKey() <= horizon) {
                old.add(entry.getKey());
                kept = stands(entry.getValue()) ? Math.max(kept, entry.getKey()) : kept;
            }
        }
        EntityFacts last = kept == Long.MIN_VALUE ? null : instants().get(kept);
        boolean isStill = last != null && last.facts().stream().allMatch(DiffLevelsFunction::isNothing);
        for (long instant : old) {
            if (instant != kept || isStill) {
                instants().remove(instant);
            }
        }
        if (instants().isEmpty()) {
            latest().clear();
        }
    }

    private static boolean isNothing(com.sentia.analytics.fact.Fact fact) {
        return fact.kind().figures().stream().allMatch(figure -> fact.figure(figure) == 0);
    }

    private static boolean stands(EntityFacts version) {
        return !version.facts().isEmpty();
    }

    private void remember(long instant, EntityFacts version) throws Exception {
        Long known = latest().value();
        if (stands(version)) {
            latest().update(known == null ? instant : Math.max(known, instant));
            return;
        }
        if (known != null && known == instant) {
            Long before = find(other -> other < instant, true);
            if (before == null) {
                latest().clear();
            } else {
                latest().update(before);
            }
        }
    }

    private interface Which {
        boolean is(long instant);
    }

    /** The greatest or least of these instants that stands for anything. Reads all of them: what comes in order has no need to. */
    private @Nullable Long find(Which which, boolean isGreatest) throws Exception {
        Long found = null;
        for (Map.Entry<Long, EntityFacts> entry : instants().entries()) {
            long instant = entry.getKey();
            boolean isBetter = found == null || (isGreatest ? instant > found : instant < found);
            if (which.is(instant) && isBetter && stands(entry.getValue())) {
                found = instant;
            }
        }
        return found;
    }

    private MapState<Long, EntityFacts> instants() {
        return Objects.requireNonNull(instants);
    }

    private ValueState<Long> latest() {
        return Objects.requireNonNull(latest);
    }

    /** The instants of the current key. */
    private final class Known implements LevelHistory.Instants {
        @Override
        public @Nullable EntityFacts at(long instant) {
            return read(() -> instants().get(instant));
        }

        @Override
        public @Nullable EntityFacts before(long instant) {
            return read(() -> {
                Long last = latest().value();
                Long before = last == null || last < instant ? last : find(other -> other < instant, true);
                return before == null ? null : instants().get(before);
            });
        }

        @Override
        public @Nullable EntityFacts after(long instant) {
            return read(() -> {
                Long last = latest().value();
                Long after = last == null || last <= instant ? null : find(other -> other > instant, false);
                return after == null ? null : instants().get(after);
            });
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
}
