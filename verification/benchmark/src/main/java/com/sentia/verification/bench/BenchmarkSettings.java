package com.sentia.verification.bench;

import com.sentia.analytics.kpi.Window;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the benchmark is told; the command names everything, so that its defaults stand in one place.
 *
 * @param days over how many the lines are spread
 * @param isQuick too short for its figures to count
 * @param heapMegabytes of each contender
 * @param cutOff after which a run is ended
 * @param windows the first is everybody's, the others are the engine's alone
 * @param durableEvery how often state is made durable: a checkpoint, or a commit
 * @param flinkConfiguration the product's own file
 * @param managedMegabytes memory outside the heap that Flink lends to RocksDB and to SQL
 * @param machine what the machine has, and when it was; for the report
 * @param distribution folder of the built programs
 * @param workFolder for the broker, state and logs
 */
public record BenchmarkSettings(
        int events,
        int days,
        int rounds,
        boolean isQuick,
        long seed,
        int heapMegabytes,
        Duration cutOff,
        List<Breakdown> breakdowns,
        List<Window.Rolling> windows,
        StateKind state,
        Duration durableEvery,
        Path flinkConfiguration,
        int managedMegabytes,
        Machine machine,
        Path distribution,
        Path workFolder,
        Optional<Path> reportFile) {

    /**
     * What only the command can tell.
     *
     * @param memoryMegabytes zero where it is not known
     * @param date of the run, UTC
     */
    public record Machine(int memoryMegabytes, String date) {
        public static Machine from(Settings settings) {
            return new Machine(
                    settings.integer("machine.memory.mb", 0, Integer.MAX_VALUE, 0), settings.text("machine.date", ""));
        }
    }

    /** @throws SettingsException naming every problem */
    public static BenchmarkSettings from(Settings settings) {
        BenchmarkSettings read = new BenchmarkSettings(
                settings.integer("events", 1_000, 1_000_000_000, 1_000),
                days(settings),
                settings.integer("rounds", 1, 99, 3),
                settings.flag("quick", false),
                settings.integer("seed", 0, Integer.MAX_VALUE, 1),
                settings.integer("heap.mb", 256, 65_536, 1_024),
                settings.duration("cut-off", Duration.ofMinutes(5)),
                breakdowns(settings),
                RollingWindows.of(settings, "windows"),
                settings.choice("state", StateKind.class, StateKind.ROCKSDB),
                durableEvery(settings),
                settings.path("flink.configuration"),
                managedMegabytes(settings),
                Machine.from(settings),
                settings.path("distribution.folder"),
                settings.path("work.dir"),
                settings.optionalPath("report.file"));
        settings.finish();
        return read;
    }

    static int days(Settings settings) {
        return settings.integer("days", 1, 3_650, 60);
    }

    static Duration durableEvery(Settings settings) {
        return settings.duration("durable.every", Duration.ofSeconds(5));
    }

    static int managedMegabytes(Settings settings) {
        return settings.integer("managed.mb", 16, 65_536, 160);
    }

    private static List<Breakdown> breakdowns(Settings settings) {
        List<Breakdown> breakdowns = new ArrayList<>();
        switch (settings.text("by", "region")) {
            case "region" -> breakdowns.add(Breakdown.REGION);
            case "sku" -> breakdowns.add(Breakdown.SKU);
            case "all" -> breakdowns.addAll(List.of(Breakdown.values()));
            default -> settings.reject("by", "must be region, sku or all");
        }
        return breakdowns;
    }
}
