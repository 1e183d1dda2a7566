package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.DailyDemand;
import com.sentia.analytics.fact.FactDiff;
import java.time.Duration;
import java.time.ZoneId;
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
 * Tells what an article's business day amounts to as a fact of its own, and takes it back for another when an order comes late, changes or is
 * cancelled. What a version changes so has that version as its cause.
 *
 * <p>A day's units are kept until no version can change them any more.
 */
final class SumDailyDemandFunction extends KeyedProcessFunction<String, DemandMove, VersionEffect> {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final KpiPlan plan;
    private transient @Nullable ZoneId zone;
    private transient @Nullable ValueState<Long> units;

    SumDailyDemandFunction(KpiPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        zone = plan.kpis().zone();
        units = getRuntimeContext().getState(new ValueStateDescriptor<>("units", LongSerializer.INSTANCE));
    }

    @Override
    public void processElement(DemandMove move, Context context, Collector<VersionEffect> out) throws Exception {
        ValueState<Long> state = Objects.requireNonNull(units);
        long before = Objects.requireNonNullElse(state.value(), 0L);
        long after = before + move.units();
        keep(after, before, forgetAtMs(move), context.timerService());
        FactDiff diff = DailyDemand.step(move.day(), zone(), before, after);
        if (!diff.isEmpty()) {
            out.collect(new VersionEffect(move.cause(), diff));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VersionEffect> out) {
        Objects.requireNonNull(units).clear();
    }

    /** Invariant: a day with units has exactly one timer. */
    private void keep(long after, long before, long forgetAt, TimerService timers) throws Exception {
        if (after == 0) {
            Objects.requireNonNull(units).clear();
            timers.deleteEventTimeTimer(forgetAt);
            return;
        }
        Objects.requireNonNull(units).update(after);
        if (before == 0) {
            timers.registerEventTimeTimer(forgetAt);
        }
    }

    /** The end of the day by which no version can change the units. */
    private long forgetAtMs(DemandMove move) {
        long endMs = DailyDemand.endMicros(move.day().date(), zone()) / 1_000;
        return (Math.floorDiv(endMs + plan.retention().toMillis(), DAY_MS) + 1) * DAY_MS;
    }

    private ZoneId zone() {
        return Objects.requireNonNull(zone);
    }
}
