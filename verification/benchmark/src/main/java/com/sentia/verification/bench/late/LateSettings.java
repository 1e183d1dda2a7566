package com.sentia.verification.bench.late;

import com.sentia.settings.Settings;
import com.sentia.verification.bench.stack.StackSettings;
import java.time.Duration;

/**
 * What the benchmark of late lines is told.
 *
 * @param lines loaded before
 * @param days over which they are spread
 * @param lateLines that come afterwards, at once
 * @param patience longest wait for the load to come further
 */
record LateSettings(StackSettings stack, int lines, int days, int lateLines, long seed, Duration patience) {

    /** @throws com.sentia.settings.SettingsException naming every problem */
    static LateSettings from(Settings settings) {
        LateSettings read = new LateSettings(
                StackSettings.from(settings),
                settings.integer("lines", 1_000, 100_000_000, 5_000_000),
                settings.integer("days", 2, 350, 60),
                settings.integer("late-lines", 1, 1_000_000, 1_000),
                settings.integer("seed", 0, Integer.MAX_VALUE, 1),
                settings.duration("patience", Duration.ofMinutes(5)));
        settings.finish();
        return read;
    }
}
