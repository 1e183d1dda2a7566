package com.sentia.simulators;

import com.sentia.settings.Durations;
import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import com.sentia.simulators.clock.ClockMode;
import com.sentia.simulators.operations.OperationsSettings;
import com.sentia.simulators.shopify.AdminSettings;
import com.sentia.simulators.shopify.Plan;
import com.sentia.simulators.shopify.Shop;
import com.sentia.simulators.webhooks.WebhookSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The simulator's settings.
 *
 * @param port 0 for any free one
 * @param keepDates whether the file's dates are left as they are
 * @param historyShare share of the file's accepted lines that has happened when virtual time begins
 * @param speed virtual seconds in a real one
 * @param drainStep virtual time of one step in drain mode
 * @param runPast how far virtual time runs past the file's last line
 * @param delays by shop, how much later it shows what happened
 * @param seed decides what the data does not say: how much stock there is, when goods arrive, what they cost
 * @param incidentsSeed decides what goes wrong; nothing does beyond the usual when empty
 * @param webhooks where events are told; nowhere when empty
 * @param operations where the factory writes; there is none when empty
 * @param admin how the Admin API behaves beside answering queries
 */
public record SimulatorSettings(
        int port,
        Path dataFile,
        Path stateDir,
        boolean keepDates,
        double historyShare,
        ClockMode mode,
        double speed,
        Duration drainStep,
        Duration runPast,
        Plan plan,
        Secret accessToken,
        Map<String, Duration> delays,
        long seed,
        Optional<Long> incidentsSeed,
        Optional<WebhookSettings> webhooks,
        Optional<OperationsSettings> operations,
        AdminSettings admin) {
    private static final Duration UNTIL_ITS_QUARTER_HAS_ENDED = Duration.ofDays(94);

    private enum Shift {
        WEEKS,
        NONE
    }

    private enum Incidents {
        ON,
        OFF
    }

    /** @throws com.sentia.settings.SettingsException naming everything that is wrong */
    public static SimulatorSettings from(Settings settings) {
        SimulatorSettings read = new SimulatorSettings(
                settings.integer("http.port", 0, 65_535, 8090),
                settings.path("data.file"),
                settings.path("state.dir"),
                settings.choice("shift", Shift.class, Shift.WEEKS) == Shift.NONE,
                number(settings, "history.share", 0.7, 0, 1),
                settings.choice("clock.mode", ClockMode.class, ClockMode.SPEED),
                number(settings, "clock.speed", 600, 0.001, 1e7),
                settings.duration("clock.drain-step", Duration.ofHours(1)),
                settings.duration("clock.run-past", UNTIL_ITS_QUARTER_HAS_ENDED),
                settings.choice("plan", Plan.class, Plan.STANDARD),
                settings.secret("access.token"),
                delays(settings),
                settings.integer("seed", 0, Integer.MAX_VALUE, 1),
                incidentsSeed(settings),
                WebhookSettings.from(settings),
                OperationsSettings.from(settings),
                AdminSettings.from(settings));
        settings.finish();
        return read;
    }

    /** Mode and speed as one text, to see whether the settings were changed since the last start. */
    String configuredClock() {
        return mode.name().toLowerCase(Locale.ROOT) + "@" + speed;
    }

    private static Optional<Long> incidentsSeed(Settings settings) {
        long seed = settings.integer("incidents.seed", 0, Integer.MAX_VALUE, 1);
        return settings.choice("incidents", Incidents.class, Incidents.OFF) == Incidents.ON
                ? Optional.of(seed)
                : Optional.empty();
    }

    private static double number(Settings settings, String key, double fallback, double least, double most) {
        String text = settings.text(key, Double.toString(fallback));
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException expected) {
            // Told below with the numbers out of range.
        }
        settings.reject(key, "'" + text + "' must be a number from " + least + " to " + most);
        return fallback;
    }

    private static Map<String, Duration> delays(Settings settings) {
        List<String> shops = Shop.ALL.stream().map(Shop::domain).toList();
        Map<String, Duration> delays = new LinkedHashMap<>();
        for (String entry : settings.list("delays", List.of())) {
            int equals = entry.indexOf('=');
            String shop = equals < 0 ? entry : entry.substring(0, equals).strip();
            if (equals < 0 || !shops.contains(shop)) {
                settings.reject("delays", "'" + entry + "' must be shop=duration with a shop of " + shops);
                continue;
            }
            try {
                delays.put(shop, Durations.parse(entry.substring(equals + 1)));
            } catch (IllegalArgumentException e) {
                settings.reject("delays", "'" + entry + "' must end in a duration such as 30m or 1h");
            }
        }
        return delays;
    }
}
