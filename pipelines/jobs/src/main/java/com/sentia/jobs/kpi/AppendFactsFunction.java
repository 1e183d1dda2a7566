package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.FactDiff;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Adds the facts of entities that come once and never change, such as readings of a machine: no version is kept of them, so
 * there is neither state nor a shuffle. Whether an entity is one of these is for its topic to promise.
 */
final class AppendFactsFunction extends ProcessFunction<EntityChange, VersionEffect> implements CheckpointedFunction {
    private final KpiPlan plan;
    private transient @Nullable RetentionGuard retention;

    AppendFactsFunction(KpiPlan plan) {
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
    public void processElement(EntityChange change, Context context, Collector<VersionEffect> out) {
        FactDiff whole = FactDiff.between(List.of(), change.facts().facts());
        FactDiff diff = Objects.requireNonNull(retention)
                .within(whole, context.timerService().currentWatermark());
        if (!diff.equals(whole)) {
            long now = context.timerService().currentProcessingTime();
            context.output(RetentionGuard.BEYOND_RETENTION, RetentionGuard.rejection(change, now));
            if (diff.isEmpty()) {
                return;
            }
        }
        out.collect(new VersionEffect(new Cause(change.key(), change.facts().version(), CauseKind.LATE), diff));
    }
}
