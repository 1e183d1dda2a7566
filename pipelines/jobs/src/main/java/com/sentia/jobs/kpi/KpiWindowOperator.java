package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.rate.RateChange;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.analytics.window.KpiRow;
import com.sentia.analytics.window.Restated;
import com.sentia.analytics.window.Running;
import com.sentia.analytics.window.SeriesOutput;
import com.sentia.analytics.window.SeriesState;
import com.sentia.jobs.kpi.SeriesCatalogue.Series;
import com.sentia.jobs.kpi.state.FlinkSeriesState;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.WriterProgress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs the window engine over keyed state and timers. An operator rather than a function, because what a watermark made
 * final is told to the sink after the rows of its timers.
 */
final class KpiWindowOperator extends AbstractStreamOperator<KpiWrite>
        implements TwoInputStreamOperator<SeriesMessage, RateVersion, KpiWrite>, Triggerable<String, VoidNamespace> {
    private static final Duration WIDE_REFRESH = Duration.ofSeconds(1);
    /** Many rates that come at once, as from a file, are one look at the series. */
    private static final Duration RATES_WAIT = Duration.ofMillis(50);

    /** Late changes that come at once, from several subtasks, correct a series together. */
    private static final Duration LATE_WAIT = Duration.ofMillis(100);

    /** Waiting in memory; beyond it what comes has to wait instead. */
    private static final int MOST_LATE = 100_000;

    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(1);
    private static final long MICROS_PER_MS = 1_000L;

    private final KpiPlan plan;
    private final GenerationSource generations;
    private transient @Nullable Start start;
    private transient @Nullable StateLayout layout;
    private transient @Nullable RestoredFinalTo finalTo;
    private transient @Nullable Counters counters;
    private transient @Nullable KnownRates rates;
    private transient @Nullable LateChanges late;
    private transient boolean isCorrecting;
    private transient long knownAt = Running.NEVER;

    /** What belongs to one start of the operator. */
    private record Start(
            long generation,
            Writes writes,
            SeriesCatalogue catalogue,
            FlinkSeriesState state,
            InternalTimerService<VoidNamespace> timers,
            StreamRecord<KpiWrite> reuse) {}

    KpiWindowOperator(KpiPlan plan, GenerationSource generations) {
        this.plan = plan;
        this.generations = generations;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        layout = new StateLayout(context.getOperatorStateStore(), plan.kpis());
        finalTo = new RestoredFinalTo(context.getOperatorStateStore());
        counters = new Counters(context.getOperatorStateStore());
        rates = new KnownRates(context.getOperatorStateStore(), plan.kpis().zone());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        Objects.requireNonNull(layout).snapshot();
        finalTo().snapshot();
        counters().snapshot();
    }

    @Override
    public void open() throws Exception {
        super.open();
        knownAt = Running.NEVER;
        late = new LateChanges();
        isCorrecting = false;
        long generation = generations.take(subtask(), parallelism(), finalToMicros());
        start = new Start(
                generation,
                new Writes(generation),
                new SeriesCatalogue(plan.kpis(), plan.retention(), rates().table()),
                new FlinkSeriesState(getKeyedStateStore(), getKeyedStateBackend()),
                getInternalTimerService("windows", VoidNamespaceSerializer.INSTANCE, this),
                new StreamRecord<>(null));
        reportRegularly();
    }

    @Override
    public void processElement1(StreamRecord<SeriesMessage> element) {
        SeriesMessage message = element.getValue();
        counters().arrived(message, finalTo().micros());
        knownAt = Math.max(knownAt, message.knownAtMicros());
        if (!message.caused().isEmpty() || late().hasKey(message.key())) {
            late().add(series(message.key()).rank(), message);
            if (late().size() < MOST_LATE) {
                correctIn(LATE_WAIT);
            } else {
                correctAll();
            }
        } else if (!message.contributions().isEmpty()) {
            apply(message.key(), message.contributions(), List.of());
        }
    }

    private void apply(String key, List<Contribution> contributions, List<CausedChange> caused) {
        Series series = series(key);
        series.engine().apply(contributions, caused, finalTo().micros(), state(series), new Answers(series));
    }

    /** One series at a time: between two of them comes what has arrived meanwhile. */
    private void correctIn(Duration wait) {
        if (isCorrecting) {
            return;
        }
        isCorrecting = true;
        long then = getProcessingTimeService().getCurrentProcessingTime() + wait.toMillis();
        ScheduledFuture<?> unused = getProcessingTimeService().registerTimer(then, at -> {
            isCorrecting = false;
            if (!late().isEmpty()) {
                correctNext();
                correctIn(Duration.ZERO);
            }
        });
    }

    private void correctNext() {
        LateChanges.Waiting next = late().takeFirst();
        setCurrentKey(next.key());
        apply(next.key(), next.contributions(), next.caused());
    }

    private void correctAll() {
        while (!late().isEmpty()) {
            correctNext();
        }
    }

    /** Every subtask is told of every rate. */
    @Override
    public void processElement2(StreamRecord<RateVersion> element) {
        if (!rates().hasWaiting()) {
            long then = getProcessingTimeService().getCurrentProcessingTime() + RATES_WAIT.toMillis();
            ScheduledFuture<?> unused = getProcessingTimeService().registerTimer(then, at -> takeOverRates());
        }
        rates().arrive(element.getValue());
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        correctAll();
        takeOverRates();
    }

    /** Corrects every series that has amounts of other currencies, each once for all rates that came. */
    private void takeOverRates() throws Exception {
        if (rates().hasWaiting()) {
            // What came before the rates is in the series before them: else it would be converted by them, and again.
            correctAll();
        }
        List<RateChange> changes = rates().takeOver();
        if (changes.isEmpty()) {
            return;
        }
        List<String> keys;
        try (Stream<String> all =
                this.<String>getKeyedStateBackend().getKeys(FlinkSeriesState.NATIVE_SUMS, VoidNamespace.INSTANCE)) {
            keys = all.distinct().toList();
        }
        for (String key : keys) {
            setCurrentKey(key);
            Series series = series(key);
            series.engine().rateChanged(changes, finalTo().micros(), state(series), new Answers(series));
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
        Series series = series(timer.getKey());
        long end = (timer.getTimestamp() + 1) * MICROS_PER_MS;
        series.engine().fire(end, state(series), new Answers(series));
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        Series series = series(timer.getKey());
        series.engine().refresh(finalTo().micros(), knownAt, state(series), new Answers(series));
    }

    /** First the late changes and rates that have come, then the rows of every timer, then that they are final. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        correctAll();
        takeOverRates();
        super.processWatermark(mark);
        if (finalTo().advance(mark.getTimestamp())) {
            counters().takeChanged();
            report();
        }
    }

    @Override
    public void finish() throws Exception {
        correctAll();
        takeOverRates();
        report();
        super.finish();
    }

    private void reportRegularly() {
        long next = getProcessingTimeService().getCurrentProcessingTime() + REPORT_INTERVAL.toMillis();
        ScheduledFuture<?> unused = getProcessingTimeService().registerTimer(next, at -> {
            if (counters().takeChanged()) {
                report();
            }
            reportRegularly();
        });
    }

    private void report() {
        emit(KpiWrite.of(new WriterProgress(
                plan.job(),
                subtask(),
                parallelism(),
                start().generation,
                finalToMicros(),
                counters().values())));
    }

    private void emit(KpiWrite write) {
        output.collect(start().reuse.replace(write));
    }

    private @Nullable Long finalToMicros() {
        long micros = finalTo().micros();
        return micros == RestoredFinalTo.NONE ? null : micros;
    }

    private Series series(String key) {
        return start().catalogue.series(key);
    }

    private SeriesState state(Series series) {
        return start().state.of(series.engine(), series.openTotals());
    }

    private int subtask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    }

    private int parallelism() {
        return getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    }

    private Start start() {
        return Objects.requireNonNull(start);
    }

    private RestoredFinalTo finalTo() {
        return Objects.requireNonNull(finalTo);
    }

    private KnownRates rates() {
        return Objects.requireNonNull(rates);
    }

    private LateChanges late() {
        return Objects.requireNonNull(late);
    }

    private Counters counters() {
        return Objects.requireNonNull(counters);
    }

    /** Takes the engine's answers for one series. */
    private final class Answers implements SeriesOutput {
        private final Series series;
        private final long nowMicros = getProcessingTimeService().getCurrentProcessingTime() * MICROS_PER_MS;

        Answers(Series series) {
            this.series = series;
        }

        @Override
        public void row(KpiRow row) {
            emit(start().writes.change(row, series.dimensions(), nowMicros));
        }

        @Override
        public void restated(Restated restated) {
            counters().restated();
            emit(Writes.restatement(restated, series.dimensions(), nowMicros));
        }

        @Override
        public void timerAt(long end) {
            start().timers.registerEventTimeTimer(VoidNamespace.INSTANCE, end / MICROS_PER_MS - 1);
        }

        @Override
        public void refreshSoon() {
            Duration wait = series.isWide() ? WIDE_REFRESH : plan.openRefresh();
            start().timers
                    .registerProcessingTimeTimer(
                            VoidNamespace.INSTANCE, start().timers.currentProcessingTime() + wait.toMillis());
        }
    }
}
