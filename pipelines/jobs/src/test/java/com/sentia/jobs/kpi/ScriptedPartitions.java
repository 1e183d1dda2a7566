package com.sentia.jobs.kpi;

import com.sentia.runtime.ProgressWatermarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The partitions of a script, each a source with a watermark of its own, as a consumer of a topic has them.
 *
 * @param feeds whose progress makes values final
 * @param failing of each partition what makes the job fail there
 */
record ScriptedPartitions(List<List<CanonicalEvent>> partitions, List<String> feeds, List<FailOnceFunction> failing) {
    private static final TypeInformation<CanonicalEvent> TYPE = TypeInformation.of(CanonicalEvent.class);

    /** @param isFailing whether each partition is held once until a checkpoint is complete, and fails some records later */
    static ScriptedPartitions of(ArrivalScript script, boolean isFailing) {
        List<FailOnceFunction> failing = new ArrayList<>();
        for (int p = 0; p < script.partitions().size(); p++) {
            failing.add(failure(script.partitions().get(p).size(), p, isFailing));
        }
        return new ScriptedPartitions(script.partitions(), script.feeds(), failing);
    }

    /** A single partition, nothing failing. */
    static ScriptedPartitions of(List<CanonicalEvent> events, String feed) {
        return new ScriptedPartitions(List.of(events), List.of(feed), List.of(FailOnceFunction.never()));
    }

    /** How many of them made the job fail. */
    long failures() {
        return failing.stream().filter(FailOnceFunction::hasFailed).count();
    }

    private ProgressWatermarks.DeclaredFeeds awaited() {
        Set<String> all = Set.copyOf(feeds);
        return topic -> all;
    }

    DataStream<CanonicalEvent> read(StreamExecutionEnvironment environment) {
        return read(environment, Gate.open());
    }

    /**
     * The same beside other sources.
     *
     * @param start they are held back until it opens
     */
    DataStream<CanonicalEvent> read(StreamExecutionEnvironment environment, Gate start) {
        DataStream<CanonicalEvent> events = read(environment, 0, start);
        for (int p = 1; p < failing.size(); p++) {
            events = events.union(read(environment, p, start));
        }
        return events;
    }

    private static FailOnceFunction failure(int events, int partition, boolean isFailing) {
        // Each later than the one before, so that the failures of several partitions don't fall together.
        int hold = events * (2 + 2 * partition) / 10;
        return isFailing ? new FailOnceFunction(hold, hold + events / 10) : FailOnceFunction.never();
    }

    private DataStream<CanonicalEvent> read(StreamExecutionEnvironment environment, int number, Gate start) {
        List<CanonicalEvent> events = partitions.get(number);
        FailOnceFunction failure = failing.get(number);
        String kept = Script.keep(events);
        String uid = "partition-" + number;
        return environment
                .fromSource(
                        new DataGeneratorSource<>(
                                index -> Script.kept(kept).get(index.intValue()),
                                events.size(),
                                failure.holdingTheSource(start),
                                TYPE),
                        KpiJob.watermarks(awaited()),
                        uid,
                        TYPE)
                .setParallelism(1)
                .uid(uid)
                .map(failure)
                .setParallelism(1)
                .returns(TYPE)
                .uid("failure-" + number)
                .partitionCustom(Math::floorMod, event -> number);
    }
}
