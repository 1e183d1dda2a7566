package com.sentia.jobs.kpi;

import static org.awaitility.Awaitility.await;

import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.jobs.kpi.WrittenTable.Starts;
import com.sentia.runtime.Rejection;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.WriterProgress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A run of the whole job, with the state backend of production, over the script of the committed savepoint: all of it, up to the
 * savepoint, or from there on.
 */
record SavepointRun(
        SavepointScript script, CollectingSink<KpiWrite> writes, CollectingSink<Rejection> rejected, Starts starts) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private SavepointRun(SavepointScript script) {
        this(script, CollectingSink.create(), CollectingSink.create(), Starts.create());
    }

    static SavepointRun fromTheBeginning(SavepointScript script, Path folder) throws Exception {
        SavepointRun run = new SavepointRun(script);
        StreamExecutionEnvironment environment = KpiRun.environment(1, folder);
        run.define(environment, FailOnceFunction.never());
        environment.execute();
        return run;
    }

    /** Refuses a savepoint that holds state of a step the job hasn't. */
    static SavepointRun from(SavepointFile savepoint, SavepointScript script, int parallelism, Path folder)
            throws Exception {
        SavepointRun run = new SavepointRun(script);
        Configuration restoring = new Configuration()
                .set(
                        StateRecoveryOptions.SAVEPOINT_PATH,
                        savepoint.folder().toUri().toString())
                .set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
        StreamExecutionEnvironment environment = KpiRun.environment(parallelism, folder, restoring);
        run.define(environment, FailOnceFunction.never());
        savepoint.requireFits(environment);
        environment.execute();
        return run;
    }

    /** The run that leaves the savepoint; in a format that doesn't depend on the state backend, as one file. */
    static SavepointRun upTo(SavepointFile savepoint, SavepointScript script, Path folder) throws Exception {
        SavepointRun run = new SavepointRun(script);
        Configuration inOneFile =
                new Configuration().set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
        StreamExecutionEnvironment environment = KpiRun.environment(1, folder, inOneFile);
        // The source is held until there is a checkpoint, and the savepoint is to be the first.
        environment.getCheckpointConfig().disableCheckpointing();
        run.define(environment, FailOnceFunction.holdingAt(script.before()));
        JobClient job = environment.executeAsync();
        await().atMost(LIMIT)
                .until(() -> script.versionsBefore() == run.counters().getOrDefault(Counters.VERSIONS_SEEN, 0L));
        String written = job.stopWithSavepoint(
                        false, folder.resolve("written").toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        savepoint.replaceBy(Path.of(URI.create(written)));
        return run;
    }

    static KpiCatalogue catalogue() {
        return CatalogueFile.read("savepoint/kpis.yaml", SavepointFile.COMMITTED.text("kpis.yaml"), LONDON, "GBP");
    }

    /** Counters of the job, as it last told them. */
    Map<String, Long> counters() {
        Map<Integer, WriterProgress> last = new HashMap<>();
        for (KpiWrite write : writes.written()) {
            WriterProgress progress = write.progress();
            if (progress != null) {
                last.put(progress.subtask(), progress);
            }
        }
        Map<String, Long> sums = new TreeMap<>();
        last.values()
                .forEach(progress -> progress.counters().forEach((name, count) -> sums.merge(name, count, Long::sum)));
        return sums;
    }

    /** What it wrote and set aside. */
    KpiRun collected() {
        return new KpiRun(List.copyOf(writes.written()), List.copyOf(rejected.written()), starts, 0);
    }

    private void define(StreamExecutionEnvironment environment, FailOnceFunction hold) {
        KpiJob.define(
                ScriptedPartitions.of(script.events(), SavepointScript.feed(), hold)
                        .read(environment),
                ScriptedRates.none(environment),
                new KpiOutputs(
                        writes, new DiscardingSink<>(), new DiscardingSink<>(), rejected, new DiscardingSink<>()),
                starts,
                new KpiPlan("kpi", SavepointRun::catalogue, Duration.ofMillis(20), Duration.ofDays(400)));
    }
}
