package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.FirstOrder;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each customer the first order as a fact of its own, and tells another when that one is cancelled, or one from before comes
 * late. What a version changes so has that version as its cause.
 *
 * <p>Orders are kept while the first may still be taken back. Once it is older than retention it is the first for good: then nothing is
 * left of the customer but that there was one, a number, which is kept as long as the job runs: otherwise a customer that comes again
 * after years would be new.
 */
final class FindFirstOrdersFunction extends KeyedProcessFunction<String, KeyedEffect, VersionEffect> {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    /** In place of the first order's instant: it can't change any more. */
    private static final long SETTLED = Long.MIN_VALUE;

    private final KpiPlan plan;
    private transient @Nullable ValueState<Long> first;
    private transient @Nullable KeptOrders orders;

    FindFirstOrdersFunction(KpiPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        first = getRuntimeContext().getState(new ValueStateDescriptor<>("first", LongSerializer.INSTANCE));
        orders = new KeptOrders(getRuntimeContext());
    }

    @Override
    public void processElement(KeyedEffect change, Context context, Collector<VersionEffect> out) throws Exception {
        ValueState<Long> state = Objects.requireNonNull(first);
        Long known = state.value();
        if (known != null && known == SETTLED) {
            return;
        }
        FactDiff diff = FirstOrder.step(
                Objects.requireNonNull(orders), known, change.effect().diff());
        if (diff.isEmpty()) {
            return;
        }
        out.collect(new VersionEffect(change.effect().cause(), diff));
        Long now = diff.additions().isEmpty()
                ? null
                : Long.valueOf(diff.additions().get(0).timeMicros());
        if (!Objects.equals(known, now)) {
            state.update(now);
            settleLater(known, now, context.timerService());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VersionEffect> out) throws Exception {
        Objects.requireNonNull(orders).forget();
        Objects.requireNonNull(first).update(SETTLED);
    }

    /** Invariant: a customer with a first order that may change has exactly one timer. */
    private void settleLater(@Nullable Long before, @Nullable Long after, TimerService timers) {
        if (before != null) {
            timers.deleteEventTimeTimer(settledAtMs(before));
        }
        if (after != null) {
            timers.registerEventTimeTimer(settledAtMs(after));
        }
    }

    /** The end of the day by which no version can change it. */
    private long settledAtMs(long micros) {
        return (Math.floorDiv(micros / 1_000 + plan.retention().toMillis(), DAY_MS) + 1) * DAY_MS;
    }
}
