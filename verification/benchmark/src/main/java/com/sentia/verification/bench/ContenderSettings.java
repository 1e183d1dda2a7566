package com.sentia.verification.bench;

import com.sentia.analytics.kpi.Window;
import com.sentia.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What one run of one contender is told.
 *
 * @param days over how many the lines are spread
 * @param state of contenders in Flink; Kafka Streams has its own
 * @param durableEvery how often state is made durable: a checkpoint, or a commit
 * @param flinkConfiguration the product's own file
 * @param managedMegabytes memory outside the heap that Flink lends to RocksDB and to SQL
 * @param stateFolder for everything the run keeps on disk; deleted after it
 * @param resultFile where it says how it went
 */
public record ContenderSettings(
        Contender contender,
        String kafka,
        String input,
        String output,
        Window.Rolling window,
        Breakdown breakdown,
        int days,
        StateKind state,
        Duration durableEvery,
        Path flinkConfiguration,
        int managedMegabytes,
        Path stateFolder,
        Path resultFile) {
    public static final int PARALLELISM = 2;

    /** @throws com.sentia.settings.SettingsException naming every problem */
    public static ContenderSettings from(Settings settings) {
        ContenderSettings read = new ContenderSettings(
                settings.choice("contender", Contender.class, Contender.LIMIT),
                settings.text("kafka.bootstrap.servers"),
                settings.text("input.topic"),
                settings.text("output.topic"),
                RollingWindows.of(settings, "window").get(0),
                settings.choice("by", Breakdown.class, Breakdown.REGION),
                BenchmarkSettings.days(settings),
                settings.choice("state", StateKind.class, StateKind.ROCKSDB),
                BenchmarkSettings.durableEvery(settings),
                settings.path("flink.configuration"),
                BenchmarkSettings.managedMegabytes(settings),
                settings.path("state.folder"),
                settings.path("result.file"));
        settings.finish();
        return read;
    }
}
