package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.SalesFact;
import com.sentia.analytics.fact.VersionStep;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import com.sentia.runtime.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each entity's highest version and turns a higher one into the facts it changes. A stale or repeated version
 * changes nothing. One that would change facts older than retention is set aside: their slices are gone.
 */
final class DiffVersionsFunction extends KeyedProcessFunction<String, EntityChange, VersionEffect>
        implements CheckpointedFunction {
    static final OutputTag<Rejection> BEYOND_RETENTION =
            new OutputTag<>("beyond-retention", TypeInformation.of(Rejection.class));

    private final long retentionMicros;
    private transient @Nullable ValueState<EntityFacts> known;
    private transient @Nullable RestoredFinalTo finalTo;

    DiffVersionsFunction(KpiPlan plan) {
        this.retentionMicros = micros(plan.retention());
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        finalTo = new RestoredFinalTo(context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Objects.requireNonNull(finalTo).snapshot();
    }

    @Override
    public void open(OpenContext context) {
        known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", EntityFactsSerializer.INSTANCE));
    }

    @Override
    public void processElement(EntityChange change, Context context, Collector<VersionEffect> out) throws Exception {
        RestoredFinalTo reached = Objects.requireNonNull(finalTo);
        reached.advance(context.timerService().currentWatermark());
        ValueState<EntityFacts> state = Objects.requireNonNull(known);
        Optional<VersionStep> step = VersionStep.of(state.value(), change.facts());
        if (step.isEmpty()) {
            out.collect(VersionEffect.STALE);
            return;
        }
        FactDiff diff = step.get().diff();
        if (reached.micros() != RestoredFinalTo.NONE && diff.earliestMicros() < reached.micros() - retentionMicros) {
            context.output(BEYOND_RETENTION, rejection(change, context));
            return;
        }
        state.update(change.facts());
        context.timerService().registerEventTimeTimer(forgetAt(change.facts()) / 1_000);
        Cause cause = new Cause(
                change.key(), change.facts().version().text(), step.get().kind());
        out.collect(new VersionEffect(cause, diff));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VersionEffect> out) throws Exception {
        ValueState<EntityFacts> state = Objects.requireNonNull(known);
        EntityFacts facts = state.value();
        if (facts != null && forgetAt(facts) / 1_000 <= timestamp) {
            state.clear();
        }
    }

    /** Long enough after its last fact and change that no version of it can count any more. */
    private long forgetAt(EntityFacts facts) {
        return LongStream.concat(
                                LongStream.of(facts.version().updatedAtMicros()),
                                facts.facts().stream().mapToLong(SalesFact::timeMicros))
                        .max()
                        .orElseThrow()
                + retentionMicros;
    }

    private static Rejection rejection(EntityChange change, Context context) {
        return new Rejection(
                "beyond-retention",
                "the version changes facts older than what is kept; its bytes are at its place in the topic",
                change.position(),
                change.key().getBytes(StandardCharsets.UTF_8),
                null,
                context.timerService().currentProcessingTime() * 1_000);
    }

    private static long micros(Duration duration) {
        return duration.toMillis() * 1_000;
    }
}
