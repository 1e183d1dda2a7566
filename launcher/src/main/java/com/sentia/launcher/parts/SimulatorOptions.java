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
 * @param hasIncidents whether things go wrong in the company on purpose
 */
public record SimulatorOptions(
        Path data, String mode, int speed, String shift, String plan, List<String> delays, boolean hasIncidents) {
    /** The mode in which the file is played as fast as it is read. */
    public static final String DRAIN = "drain";

    private static final Duration POLL_INTERVAL = Duration.ofMinutes(15);
    private static final Duration LEAST_POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration DRAIN_POLL_INTERVAL = Duration.ofMillis(20);
    /** The shops' time waits for the orders alone. */
    private static final Duration DRAIN_POLL_INTERVAL_OF_OTHERS = Duration.ofSeconds(2);

    public SimulatorOptions {
        delays = List.copyOf(delays);
    }

    /**
     * The connector's pause after a feed was read to its end: a quarter of an hour by the shops' clock, as webhooks tell what happens in
     * between; hardly any in drain mode, where the shops' time waits for its readers.
     */
    Duration pollInterval() {
        if (mode.equals(DRAIN)) {
            return DRAIN_POLL_INTERVAL;
        }
        return byShopsClock();
    }

    /** The same for products, customers and stock. */
    Duration pollIntervalOfOthers() {
        return mode.equals(DRAIN) ? DRAIN_POLL_INTERVAL_OF_OTHERS : byShopsClock();
    }

    private Duration byShopsClock() {
        Duration interval = POLL_INTERVAL.dividedBy(speed);
        return interval.compareTo(LEAST_POLL_INTERVAL) < 0 ? LEAST_POLL_INTERVAL : interval;
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
        settings.put("webhooks.subscribed-only", "true");
        settings.put("incidents", hasIncidents ? "on" : "off");
        if (!delays.isEmpty()) {
            settings.put("delays", String.join(",", delays));
        }
        return settings;
    }
}
