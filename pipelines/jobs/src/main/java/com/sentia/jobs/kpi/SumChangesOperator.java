package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.FactChange;
import com.sentia.analytics.fact.GatheredChanges;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.window.Running;
import com.sentia.jobs.kpi.SeriesMessage.Arrivals;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;

/**
 * Gathers changes before they are sent to their series, so that no series is a hot key, and however many late versions come at
 * once, each window is corrected once. What may change a final value is not summed: it keeps its cause.
 *
 * <p>What was gathered goes on before the next watermark and before each checkpoint: what was on time when it came is on time downstream, and
 * there is no state to keep.
 */
final class SumChangesOperator extends AbstractStreamOperator<SeriesMessage>
        implements OneInputStreamOperator<VersionEffect, SeriesMessage> {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(50);
    private static final int MOST_CHANGES = 20_000;

    private final KpiPlan plan;
    /** Whether the total is told how many versions came: once for each version, whatever else is made of it. */
    private final boolean isCounting;

    private transient @Nullable GatheredChanges gathered;
    private transient @Nullable StreamRecord<SeriesMessage> reuse;
    private transient boolean isFlushDue;
    private transient @Nullable RestoredFinalTo finalTo;
    private transient Arrivals arrivals;
    private transient long knownAt;

    private SumChangesOperator(KpiPlan plan, boolean isCounting) {
        this.plan = plan;
        this.isCounting = isCounting;
        this.arrivals = Arrivals.NONE;
    }

    /** Of what versions of entities change. */
    static SumChangesOperator ofVersions(KpiPlan plan) {
        return new SumChangesOperator(plan, true);
    }

    /** Of what follows from that. */
    static SumChangesOperator ofDerived(KpiPlan plan) {
        return new SumChangesOperator(plan, false);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        finalTo = new RestoredFinalTo(context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        finalTo().snapshot();
    }

    @Override
    public void open() throws Exception {
        super.open();
        gathered = new GatheredChanges(plan.kpis());
        reuse = new StreamRecord<>(null);
        arrivals = Arrivals.NONE;
        knownAt = Running.NEVER;
    }

    @Override
    public void processElement(StreamRecord<VersionEffect> element) {
        VersionEffect effect = element.getValue();
        arrivals = arrivals.plus(Arrivals.of(effect));
        Cause cause = effect.cause();
        if (cause != null) {
            knownAt = Math.max(knownAt, cause.version().updatedAtMicros());
        }
        if (cause != null && effect.diff().earliestMicros() < finalTo().micros()) {
            gathered().addLate(cause, effect.diff());
        } else {
            gathered().add(effect.diff());
        }
        if (gathered().size() >= MOST_CHANGES) {
            flush();
        } else {
            flushSoon();
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        finalTo().advance(mark.getTimestamp());
        super.processWatermark(mark);
    }

    /** Downstream does not wait for the watermark of an idle input. */
    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        flush();
        super.processWatermarkStatus(status);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        flush();
    }

    @Override
    public void finish() throws Exception {
        flush();
        super.finish();
    }

    private void flushSoon() {
        if (isFlushDue) {
            return;
        }
        isFlushDue = true;
        long then = getProcessingTimeService().getCurrentProcessingTime() + LONGEST_WAIT.toMillis();
        ScheduledFuture<?> unused = getProcessingTimeService().registerTimer(then, at -> {
            isFlushDue = false;
            flush();
        });
    }

    /** Tells each series what changes in it, and the total of all that arrived. */
    private void flush() {
        if (arrivals.versions() == 0) {
            return;
        }
        Arrivals arrived = arrivals;
        arrivals = Arrivals.NONE;
        boolean isTold = !isCounting;
        for (FactChange change : gathered().drain()) {
            boolean isTotal = isCounting && change.set().equals(DimensionSet.TOTAL);
            isTold |= isTotal;
            send(new SeriesMessage(
                    change.key(), change.contributions(), change.caused(), knownAt, isTotal ? arrived : null));
        }
        if (!isTold) {
            send(new SeriesMessage(DimensionSet.TOTAL, List.of(), List.of(), knownAt, arrived));
        }
    }

    private void send(SeriesMessage message) {
        output.collect(Objects.requireNonNull(reuse).replace(message));
    }

    private RestoredFinalTo finalTo() {
        return Objects.requireNonNull(finalTo);
    }

    private GatheredChanges gathered() {
        return Objects.requireNonNull(gathered);
    }
}
