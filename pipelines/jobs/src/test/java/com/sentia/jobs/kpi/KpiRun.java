package com.sentia.jobs.kpi;

import com.sentia.jobs.kpi.KpiPlan.CatalogueSource;
import com.sentia.jobs.kpi.WrittenTable.Starts;
import com.sentia.jobs.kpi.recomputed.Recomputation.LedgerRow;
import com.sentia.jobs.kpi.recomputed.Recomputation.Row;
import com.sentia.runtime.JobEnvironment;
import com.sentia.runtime.Rejection;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;

/**
 * One run of the whole job, with the state backend of production, on a cluster in this JVM.
 *
 * @param writes what the job wrote, lost runs included
 * @param rejections what it set aside
 * @param starts the starts of its writers
 * @param failures how often it failed and went on from a checkpoint
 */
record KpiRun(List<KpiWrite> writes, List<Rejection> rejections, Starts starts, long failures) {
    private static final int MICRO_PLACES = 6;
    private static final Duration RETENTION = Duration.ofDays(400);

    /**
     * What a run reads.
     *
     * @param rates in one portion all are known before the first fact
     */
    record Input(ArrivalScript facts, RateScript rates) {
        boolean areRatesKnown() {
            return rates.portions().size() == 1;
        }
    }

    /**
     * @param isFailing whether each partition is held once until a checkpoint is complete, and fails some records later
     * @param catalogue which KPIs
     * @param folder for checkpoints
     */
    static KpiRun of(Input input, int parallelism, boolean isFailing, CatalogueSource catalogue, Path folder)
            throws Exception {
        StreamExecutionEnvironment environment = environment(parallelism, folder);
        CollectingSink<KpiWrite> writes = CollectingSink.create();
        CollectingSink<Rejection> rejected = CollectingSink.create();
        Starts starts = Starts.create();
        ScriptedPartitions partitions = ScriptedPartitions.of(input.facts(), isFailing);
        Gate start = input.areRatesKnown() ? Gate.closed() : Gate.open();
        Pace pace = Pace.of(input.rates().portions().stream().map(RateScript.Portion::finalTo), parallelism);
        KpiJob.define(
                partitions.read(environment, start),
                input.areRatesKnown()
                        ? ScriptedRates.of(environment, input.rates().versions(), start)
                        : ScriptedRates.behindFinality(
                                environment, input.rates(), pace, input.facts().finalTo()),
                new KpiOutputs(
                        new PacedSink(writes, pace),
                        new DiscardingSink<>(),
                        CollectingSink.create(),
                        rejected,
                        new DiscardingSink<>()),
                starts,
                new KpiPlan("kpi", catalogue, Duration.ofMillis(20), RETENTION));
        environment.execute();
        return new KpiRun(
                List.copyOf(writes.written()), List.copyOf(rejected.written()), starts, partitions.failures());
    }

    /** The table that the writes make. */
    List<Row> rows() {
        return rows(writes);
    }

    /** What rows said when their window became final, before anything superseded them. */
    List<Row> rowsAtFinality() {
        return rows(writes.stream()
                .filter(write -> {
                    KpiChange change = write.change();
                    return change != null && !change.superseding();
                })
                .toList());
    }

    /** Every entry, as often as it was written. */
    List<LedgerRow> ledger() {
        return writes.stream()
                .map(KpiWrite::restatement)
                .filter(Objects::nonNull)
                .map(entry -> new LedgerRow(
                        entry.kpi(),
                        series(entry.dimensions()),
                        entry.window(),
                        entry.causeKey(),
                        entry.causeVersion(),
                        entry.causeKind(),
                        entry.firstEndMicros(),
                        entry.lastEndMicros(),
                        micros(entry.firstDelta())))
                .toList();
    }

    private List<Row> rows(List<KpiWrite> some) {
        return WrittenTable.of(some, starts).rows().stream()
                .map(change -> new Row(
                        change.kpi(),
                        series(change.dimensions()),
                        change.window(),
                        change.windowEndMicros(),
                        micros(change.value()),
                        change.components().stream().map(KpiRun::micros).collect(Collectors.joining(",")),
                        change.factCount(),
                        String.join(",", change.flags()),
                        change.revision()))
                .toList();
    }

    /** Dimensions as {@link Row} has them. */
    static String series(Map<String, String> dimensions) {
        return new TreeMap<>(dimensions)
                .entrySet().stream()
                        .map(member -> member.getKey() + "=" + member.getValue())
                        .collect(Collectors.joining(","));
    }

    /** A value as {@link Row} has it. */
    static @Nullable String micros(@Nullable BigDecimal value) {
        return value == null
                ? null
                : value.movePointRight(MICRO_PLACES).toBigIntegerExact().toString();
    }

    /** An environment with the state backend of production. */
    static StreamExecutionEnvironment environment(int parallelism, Path folder) {
        return environment(parallelism, folder, new Configuration());
    }

    /** The same with other settings for some. */
    static StreamExecutionEnvironment environment(int parallelism, Path folder, Configuration others) {
        Configuration configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(20));
        configuration.addAll(others);
        StreamExecutionEnvironment environment = JobEnvironment.create(configuration);
        environment.setParallelism(parallelism);
        return environment;
    }
}
