package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
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
 * changes nothing. Facts older than retention are left out, and told of: their slices are gone.
 */
final class DiffVersionsFunction extends KeyedProcessFunction<String, EntityChange, VersionEffect>
        implements CheckpointedFunction {
    /** What entities stand for now, for the table of facts. */
    static final OutputTag<CurrentFacts> CURRENT_FACTS =
            new OutputTag<>("current-facts", TypeInformation.of(CurrentFacts.class));

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final KpiPlan plan;
    private transient @Nullable ValueState<EntityFacts> known;
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
    }

    @Override
    public void processElement(EntityChange change, Context context, Collector<VersionEffect> out) throws Exception {
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

    /** Looks at nothing: to read each entity once more would cost more than all else that is done with it. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VersionEffect> out) {
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
        return (Math.floorDiv(latest / 1_000 + plan.retention().toMillis(), DAY_MS) + 1) * DAY_MS;
    }
}
