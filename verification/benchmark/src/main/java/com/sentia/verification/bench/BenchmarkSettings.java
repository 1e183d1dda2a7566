package com.sentia.verification.bench;

import com.sentia.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the benchmark is told.
 *
 * @param heapMegabytes of each contender
 * @param cutOff after which a run is ended and has no figure
 * @param distribution folder of the built programs
 * @param workFolder where a folder for the broker and the logs is made; it must be empty or missing
 */
public record BenchmarkSettings(
        int events,
        int rounds,
        long seed,
        int heapMegabytes,
        Duration cutOff,
        Path distribution,
        Path workFolder,
        Optional<Path> reportFile) {

    /** @throws com.sentia.settings.SettingsException naming every problem */
    public static BenchmarkSettings from(Settings settings) {
        String report = settings.text("report.file", "");
        BenchmarkSettings read = new BenchmarkSettings(
                settings.integer("events", 1_000, 1_000_000_000, 200_000),
                settings.integer("rounds", 1, 99, 3),
                settings.integer("seed", 0, Integer.MAX_VALUE, 1),
                settings.integer("heap.mb", 256, 65_536, 1_024),
                settings.duration("cut-off", Duration.ofMinutes(10)),
                settings.path("distribution.folder"),
                settings.path("work.dir"),
                report.isEmpty() ? Optional.empty() : Optional.of(Path.of(report)));
        settings.finish();
        return read;
    }
}
