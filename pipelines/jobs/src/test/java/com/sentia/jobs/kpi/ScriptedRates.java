package com.sentia.jobs.kpi;

import com.sentia.analytics.rate.RateVersion;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.functions.FromElementsGeneratorFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Rates for a job in this JVM. */
final class ScriptedRates {
    private static final TypeInformation<RateEvent> TYPE = TypeInformation.of(RateEvent.class);

    private ScriptedRates() {}

    /** None at all: what a topic is on which no rate was ever written. */
    static RateSteps none(StreamExecutionEnvironment environment) {
        return RateSteps.of(events(environment, List.of(RateEvent.NONE)));
    }

    /** In their order, all there from the start: event time stands still until they are read. */
    static RateSteps of(StreamExecutionEnvironment environment, List<RateVersion> versions) {
        return RateSteps.of(events(environment, described(versions)));
    }

    /** The same; opens the gate when every window has heard of them and the end of event time of their source. */
    static RateSteps of(StreamExecutionEnvironment environment, List<RateVersion> versions, Gate known) {
        return RateSteps.of(events(environment, described(versions))
                .map(new TellWhenHeard(known))
                .setParallelism(1)
                .returns(TYPE)
                .uid("rates-heard"));
    }

    /**
     * Each portion when values are final as far as it waits for. Event time stays at the last instant that facts can make final until all are
     * read: with its end goes all that could be restated.
     */
    static RateSteps behindFinality(
            StreamExecutionEnvironment environment, RateScript script, Pace pace, long finalTo) {
        DataStream<RateEvent> events = portion(environment, script, 0, pace, finalTo);
        for (int p = 1; p < script.portions().size(); p++) {
            events = events.union(portion(environment, script, p, pace, finalTo));
        }
        return RateSteps.of(events);
    }

    private static DataStream<RateEvent> portion(
            StreamExecutionEnvironment environment, RateScript script, int number, Pace pace, long finalTo) {
        List<RateEvent> events = described(script.portions().get(number).versions());
        String uid = "rates-" + number;
        return environment
                .fromSource(
                        new DataGeneratorSource<>(
                                new FromElementsGeneratorFunction<>(TYPE, environment.getConfig(), events),
                                events.size(),
                                pace.holdingTheSource(number),
                                TYPE),
                        WatermarkStrategy.<RateEvent>forGenerator(context -> new HeldAt<>(finalTo / 1_000 - 1)),
                        uid,
                        TYPE)
                .setParallelism(1)
                .uid(uid);
    }

    private static List<RateEvent> described(List<RateVersion> versions) {
        return versions.stream().map(RateEvent::of).toList();
    }

    private static DataStream<RateEvent> events(StreamExecutionEnvironment environment, List<RateEvent> events) {
        return environment.fromData(events, TYPE).setParallelism(1).uid("rates");
    }

    /** A task that has come to its end is closed when all that it sent was processed. */
    private static final class TellWhenHeard extends RichMapFunction<RateEvent, RateEvent> {
        private final Gate heard;

        TellWhenHeard(Gate heard) {
            this.heard = heard;
        }

        @Override
        public RateEvent map(RateEvent event) {
            return event;
        }

        @Override
        public void close() {
            heard.letGo();
        }
    }

    private record HeldAt<T>(long timestamp) implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp));
        }
    }
}
