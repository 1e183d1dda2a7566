package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.LevelHistory;
import com.sentia.analytics.fact.VersionStep;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each entity's highest version and turns a higher one into the facts it changes. A stale or repeated version
 * changes nothing. Facts older than retention are left out, and told of: their slices are gone. Of what stands at a level,
 * versions are kept by their instants, and what it stood at a retention ago for as long as it stands so; levels have no place in
 * the table of facts.
 */
final class DiffVersionsFunction extends KeyedProcessFunction<String, EntityChange, VersionEffect>
        implements CheckpointedFunction {
    /** What entities stand for now, for the table of facts. */
    static final OutputTag<CurrentFacts> CURRENT_FACTS =
            new OutputTag<>("current-facts", TypeInformation.of(CurrentFacts.class));

    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    /** Timers of levels are this much behind the end of a day, those of all else at it. */
    private static final long LEVEL_TIMER_MS = 1;

    private final KpiPlan plan;
    private transient @Nullable ValueState<EntityFacts> known;
    private transient @Nullable LevelInstants levels;
    private transient @Nullable RetentionGuard retention;

    DiffVersionsFunction(KpiPlan plan) {
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
        known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", EntityFactsSerializer.INSTANCE));
        levels = new LevelInstants(getRuntimeContext());
    }

    @Override
    public void processElement(EntityChange change, Context context, Collector<VersionEffect> out) throws Exception {
        Long levelAt = change.levelAt();
        if (levelAt != null) {
            processLevel(change, levelAt, context, out);
            return;
        }
        ValueState<EntityFacts> state = Objects.requireNonNull(known);
        EntityFacts before = state.value();
        Optional<VersionStep> step = VersionStep.of(before, change.facts());
        if (step.isEmpty()) {
            out.collect(VersionEffect.STALE);
            return;
        }
        FactDiff whole = step.get().diff();
        TimerService timers = context.timerService();
        FactDiff diff = Objects.requireNonNull(retention).within(whole, timers.currentWatermark());
        if (!diff.equals(whole)) {
            context.output(
                    RetentionGuard.BEYOND_RETENTION, RetentionGuard.rejection(change, timers.currentProcessingTime()));
            if (diff.isEmpty()) {
                return;
            }
        }
        state.update(change.facts());
        forgetLater(before, change.facts(), timers);
        Cause cause =
                new Cause(change.key(), change.facts().version(), step.get().kind());
        out.collect(new VersionEffect(cause, diff));
        context.output(CURRENT_FACTS, CurrentFacts.of(cause, change.facts().facts()));
    }

    private void processLevel(EntityChange change, long instant, Context context, Collector<VersionEffect> out)
            throws Exception {
        LevelInstants instants = Objects.requireNonNull(levels);
        Optional<VersionStep> step = LevelHistory.step(instants, instant, change.facts());
        if (step.isEmpty()) {
            out.collect(VersionEffect.STALE);
            return;
        }
        FactDiff diff = step.get().diff();
        TimerService timers = context.timerService();
        if (!Objects.requireNonNull(retention)
                .within(diff, timers.currentWatermark())
                .equals(diff)) {
            context.output(
                    RetentionGuard.BEYOND_RETENTION, RetentionGuard.rejection(change, timers.currentProcessingTime()));
            return;
        }
        instants.put(instant, change.facts());
        timers.registerEventTimeTimer(dayEndMs(instant) + LEVEL_TIMER_MS);
        Cause cause = new Cause(
                change.key() + "@" + instant,
                change.facts().version(),
                step.get().kind());
        out.collect(new VersionEffect(cause, diff));
    }

    /** Looks at nothing: to read each entity once more would cost more than all else that is done with it. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VersionEffect> out) throws Exception {
        if (Math.floorMod(timestamp, DAY_MS) == LEVEL_TIMER_MS) {
            Objects.requireNonNull(levels)
                    .forgetBefore((timestamp - plan.retention().toMillis()) * 1_000);
            return;
        }
        Objects.requireNonNull(known).clear();
        if (context.timerService().currentWatermark() == Watermark.MAX_WATERMARK.getTimestamp()) {
            // The input has ended: that forgets state, and says nothing about the age of facts.
            return;
        }
        long unchangedSinceMs = timestamp - plan.retention().toMillis();
        context.output(CURRENT_FACTS, CurrentFacts.forgotten(context.getCurrentKey(), unchangedSinceMs * 1_000));
    }

    /** Invariant: an entity that is known has exactly one timer. */
    private void forgetLater(@Nullable EntityFacts before, EntityFacts after, TimerService timers) {
        long forgetAt = forgetAtMs(after);
        if (before != null && forgetAtMs(before) == forgetAt) {
            return;
        }
        if (before != null) {
            timers.deleteEventTimeTimer(forgetAtMs(before));
        }
        timers.registerEventTimeTimer(forgetAt);
    }

    /** The end of the day by which no version of it can count any more: long enough after its last fact and change. */
    private long forgetAtMs(EntityFacts facts) {
        long latest = facts.version().updatedAtMicros();
        for (Fact fact : facts.facts()) {
            latest = Math.max(latest, fact.timeMicros());
        }
        return dayEndMs(latest);
    }

    /** The end of the day that retention after an instant ends on. */
    private long dayEndMs(long micros) {
        return (Math.floorDiv(micros / 1_000 + plan.retention().toMillis(), DAY_MS) + 1) * DAY_MS;
    }
}
