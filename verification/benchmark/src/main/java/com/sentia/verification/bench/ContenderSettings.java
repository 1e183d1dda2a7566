package com.sentia.verification.bench;

import com.sentia.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What one run of one contender is told.
 *
 * @param resultFile where it says how it went
 */
public record ContenderSettings(Contender contender, String kafka, String input, String output, Path resultFile) {
    public static final Duration SIZE = Duration.ofHours(24);
    public static final Duration STEP = Duration.ofMinutes(5);
    public static final int PARALLELISM = 2;

    /** @throws com.sentia.settings.SettingsException naming every problem */
    public static ContenderSettings from(Settings settings) {
        ContenderSettings read = new ContenderSettings(
                settings.choice("contender", Contender.class, Contender.LIMIT),
                settings.text("kafka.bootstrap.servers"),
                settings.text("input.topic"),
                settings.text("output.topic"),
                settings.path("result.file"));
        settings.finish();
        return read;
    }
}
