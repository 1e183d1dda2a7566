package com.sentia.launcher.parts;

import com.sentia.settings.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the simulated shops behave.
 *
 * @param data the file that is played
 * @param mode {@code speed} or {@code drain}
 * @param shift {@code weeks} or {@code none}
 * @param delays {@code shop=duration} for shops that show changes late
 */
public record SimulatorOptions(Path data, String mode, int speed, String shift, String plan, List<String> delays) {
    public SimulatorOptions {
        delays = List.copyOf(delays);
    }

    public Duration longestDelay() {
        return delays.stream()
                .map(delay -> Durations.parse(delay.substring(delay.indexOf('=') + 1)))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("data.file", data.toString());
        settings.put("clock.mode", mode);
        settings.put("clock.speed", Integer.toString(speed));
        settings.put("shift", shift);
        settings.put("plan", plan);
        if (!delays.isEmpty()) {
            settings.put("delays", String.join(",", delays));
        }
        return settings;
    }
}
