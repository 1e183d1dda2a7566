package com.sentia.verification.bench.latency;

import com.sentia.settings.Settings;
import com.sentia.verification.bench.stack.StackSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * What the benchmark of latency is told.
 *
 * @param probes changes timed at each load
 * @param loads order lines a second beside them, one after the other
 */
record LatencySettings(StackSettings stack, int probes, List<Integer> loads) {
    private static final int MOST = 100_000;

    /** @throws com.sentia.settings.SettingsException naming every problem */
    static LatencySettings from(Settings settings) {
        LatencySettings read = new LatencySettings(
                StackSettings.from(settings), settings.integer("probes", 1, MOST, 200), loads(settings));
        settings.finish();
        return read;
    }

    private static List<Integer> loads(Settings settings) {
        List<Integer> loads = new ArrayList<>();
        for (String text : settings.list("loads", List.of("100", "1000"))) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) % BackgroundLoad.LEAST != 0) {
                settings.reject(
                        "loads",
                        "must be order lines a second, such as 100,1000, in steps of " + BackgroundLoad.LEAST + ", not "
                                + text);
            } else {
                loads.add(Integer.parseInt(text));
            }
        }
        return loads;
    }
}
