package com.sentia.verification.bench.flink.sink;

import com.sentia.settings.Settings;
import com.sentia.verification.bench.BenchmarkSettings.Machine;
import com.sentia.verification.bench.DatabaseAccess;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the benchmark of the sink is told.
 *
 * @param rows change points in each run
 * @param isQuick too short for its figures to count
 * @param owner may empty the table
 * @param writer whom the sink signs in as
 */
public record SinkSettings(
        int rows,
        int rounds,
        boolean isQuick,
        DatabaseAccess owner,
        DatabaseAccess writer,
        Machine machine,
        Optional<Path> reportFile) {

    /** @throws com.sentia.settings.SettingsException naming every problem */
    public static SinkSettings from(Settings settings) {
        SinkSettings read = new SinkSettings(
                settings.integer("rows", 1_000, 10_000_000, 300_000),
                settings.integer("rounds", 1, 99, 3),
                settings.flag("quick", false),
                DatabaseAccess.from(settings, "owner"),
                DatabaseAccess.from(settings, "writer"),
                Machine.from(settings),
                settings.optionalPath("report.file"));
        settings.finish();
        return read;
    }
}
