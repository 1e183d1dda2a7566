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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A run of the whole job, with the state backend of production, over the script of the committed savepoint: all of it, up to the
 * savepoint, or from there on.
 */
record SavepointRun(CollectingSink<KpiWrite> writes, CollectingSink<Rejection> rejected, Starts starts) {
    private static final SavepointScript SCRIPT = SavepointScript.WHOLE;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private SavepointRun() {
        this(CollectingSink.create(), CollectingSink.create(), Starts.create());
    }

    static SavepointRun fromTheBeginning(Path folder) throws Exception {
        SavepointRun run = new SavepointRun();
        StreamExecutionEnvironment environment = environment(1, folder, new Configuration());
        run.define(environment, 0, Integer.MAX_VALUE);
        environment.execute();
        return run;
    }

    /** Refuses a savepoint that holds state of a step the job hasn't. */
    static SavepointRun from(SavepointFile savepoint, int parallelism, Path folder) throws Exception {
        SavepointRun run = new SavepointRun();
        Configuration restoring = new Configuration()
                .set(
                        StateRecoveryOptions.SAVEPOINT_PATH,
                        savepoint.folder().toUri().toString())
                .set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
        StreamExecutionEnvironment environment = environment(parallelism, folder, restoring);
        run.define(environment, SCRIPT.before(), Integer.MAX_VALUE);
        savepoint.requireFits(environment);
        environment.execute();
        return run;
    }

    /** The run that leaves the savepoint; in a format that doesn't depend on the state backend, as one file. */
    static SavepointRun upTo(SavepointFile savepoint, Path folder) throws Exception {
        SavepointRun run = new SavepointRun();
        Configuration inOneFile =
                new Configuration().set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
        StreamExecutionEnvironment environment = environment(1, folder, inOneFile);
        run.define(environment, 0, SCRIPT.before());
        JobClient job = environment.executeAsync();
        await().atMost(LIMIT)
                .until(() -> SCRIPT.versionsBefore() == run.counters().getOrDefault(Counters.VERSIONS_SEEN, 0L));
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
        Map<String, Long> sums = new TreeMap<>();
        lastProgress(writes.written())
                .values()
                .forEach(progress -> progress.counters().forEach((name, count) -> sums.merge(name, count, Long::sum)));
        return sums;
    }

    /** What each subtask of the windows last told. */
    static Map<Integer, WriterProgress> lastProgress(Collection<KpiWrite> writes) {
        Map<Integer, WriterProgress> last = new HashMap<>();
        for (KpiWrite write : writes) {
            WriterProgress progress = write.progress();
            if (progress != null) {
                last.put(progress.subtask(), progress);
            }
        }
        return last;
    }

    /** What it wrote and set aside. */
    KpiRun collected() {
        return new KpiRun(List.copyOf(writes.written()), List.copyOf(rejected.written()), starts, 0);
    }

    /** Without restarts: the source knows one start alone. */
    private static StreamExecutionEnvironment environment(int parallelism, Path folder, Configuration others) {
        return KpiRun.environment(parallelism, folder, others.set(RestartStrategyOptions.RESTART_STRATEGY, "disable"));
    }

    private void define(StreamExecutionEnvironment environment, int from, int to) {
        SavepointSource source = SavepointSource.read(environment, writes, from, to);
        RateSteps rates = RateSteps.of(source.rates());
        KpiJob.define(
                source.events(),
                rates,
                new KpiOutputs(
                        writes, new DiscardingSink<>(), new DiscardingSink<>(), rejected, new DiscardingSink<>()),
                starts,
                new KpiPlan("kpi", SavepointRun::catalogue, Duration.ofMillis(20), Duration.ofDays(400)));
        rates.write("GBP", new DiscardingSink<>());
    }
}
