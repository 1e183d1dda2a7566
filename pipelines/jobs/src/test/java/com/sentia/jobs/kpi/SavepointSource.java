package com.sentia.jobs.kpi;

import static org.awaitility.Awaitility.await;

import com.sentia.jobs.kpi.SavepointScript.Entry;
import com.sentia.runtime.ProgressWatermarks;
import com.sentia.runtime.UnitProgress;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.WriterProgress;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The script of the committed savepoint as a source. Facts, first orders and rates go ways of their own to the windows; so that it is
 * certain what is late there, and which rates are known by then, whatever follows upon progress waits until the windows have heard
 * of it.
 */
record SavepointSource(DataStream<CanonicalEvent> events, DataStream<RateEvent> rates) {
    private static final OutputTag<RateEvent> RATES = new OutputTag<>("rates", TypeInformation.of(RateEvent.class));
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    /**
     * @param windows what the windows write
     * @param from the entry to begin or go on with
     * @param to the entry that is never read; {@link Integer#MAX_VALUE} for the script to end
     */
    static SavepointSource read(
            StreamExecutionEnvironment environment, CollectingSink<KpiWrite> windows, int from, int to) {
        SingleOutputStreamOperator<CanonicalEvent> events = environment
                .fromSource(
                        new DataGeneratorSource<>(
                                index -> index,
                                SavepointScript.WHOLE.entries().size(),
                                parallelism -> new InTurn<>(windows, from, to),
                                Types.LONG),
                        watermarks(),
                        "script",
                        Types.LONG)
                .setParallelism(1)
                .uid("script")
                .process(new PartFunction())
                .setParallelism(1)
                .returns(CanonicalEvent.class)
                .uid("part-script");
        return new SavepointSource(events, events.getSideOutput(RATES));
    }

    private static WatermarkStrategy<Long> watermarks() {
        return WatermarkStrategy.forGenerator(
                context -> new ProgressWatermarks<>(topic -> Set.of(SavepointScript.FEED), new Access()));
    }

    private static Entry entry(long index) {
        return SavepointScript.WHOLE.entries().get((int) index);
    }

    /** Watermarks as the job's own source has them; rates have no say. */
    private record Access() implements ProgressWatermarks.Access<Long> {
        private static final CanonicalEvent.WatermarkAccess OF_EVENTS = new CanonicalEvent.WatermarkAccess();

        @Override
        public @Nullable UnitProgress progress(Long index) {
            CanonicalEvent event = entry(index).event();
            return event == null ? null : OF_EVENTS.progress(event);
        }

        @Override
        public long earliestMicros(Long index) {
            CanonicalEvent event = entry(index).event();
            return event == null ? Long.MAX_VALUE : OF_EVENTS.earliestMicros(event);
        }
    }

    /** Parts events from rates. */
    private static final class PartFunction extends ProcessFunction<Long, CanonicalEvent> {
        @Override
        public void processElement(Long index, Context context, Collector<CanonicalEvent> out) {
            CanonicalEvent event = entry(index).event();
            if (event != null) {
                out.collect(event);
            }
            RateEvent rate = entry(index).rate();
            if (rate != null) {
                context.output(RATES, rate);
            }
        }
    }

    /** Holds back each entry until its turn has come. */
    private static final class InTurn<S extends SourceSplit> implements RateLimiter<S> {
        private final CollectingSink<KpiWrite> windows;
        private final int to;
        /** How far the savepoint that the job goes on from is final: nobody tells of that again. */
        private final long finalAtStart;

        private int next;

        InTurn(CollectingSink<KpiWrite> windows, int from, int to) {
            this.windows = windows;
            this.to = to;
            this.finalAtStart = entry(from).finalTo();
            this.next = from;
        }

        @Override
        public CompletionStage<Void> acquire(int entries) {
            int index = next;
            next += entries;
            if (index >= to) {
                return new CompletableFuture<>();
            }
            if (index >= SavepointScript.WHOLE.entries().size()) {
                return CompletableFuture.completedFuture(null);
            }
            long finalTo = entry(index).finalTo();
            return finalTo <= finalAtStart || isFinalTo(finalTo)
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.runAsync(() -> await().atMost(LONGEST_WAIT)
                            .pollDelay(Duration.ZERO)
                            .pollInterval(BETWEEN_LOOKS)
                            .until(() -> isFinalTo(finalTo)));
        }

        private boolean isFinalTo(long micros) {
            Collection<WriterProgress> last =
                    SavepointRun.lastProgress(windows.written()).values();
            return !last.isEmpty()
                    && last.size() == last.iterator().next().parallelism()
                    && last.stream().allMatch(progress -> isFinalTo(progress, micros));
        }

        private static boolean isFinalTo(WriterProgress progress, long micros) {
            Long finalTo = progress.finalToMicros();
            return finalTo != null && finalTo >= micros;
        }
    }
}
