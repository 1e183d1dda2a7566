package com.sentia.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import com.sentia.simulators.clock.ClockMode;
import com.sentia.simulators.operations.OperationsSettings;
import com.sentia.simulators.shopify.AdminSettings;
import com.sentia.simulators.shopify.AppSettings;
import com.sentia.simulators.shopify.Plan;
import com.sentia.simulators.webhooks.WebhookSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatorSettingsTest {
    private static final Map<String, String> LEAST =
            Map.of("data.file", "d.csv", "state.dir", "s", "access.token", "secret");

    @Test
    void hasDefaults() {
        assertThat(SimulatorSettings.from(Settings.of(LEAST)))
                .isEqualTo(new SimulatorSettings(
                        8090,
                        Path.of("d.csv"),
                        Path.of("s"),
                        false,
                        0.7,
                        ClockMode.SPEED,
                        600,
                        Duration.ofHours(1),
                        Duration.ofDays(94),
                        Plan.STANDARD,
                        new Secret("secret"),
                        Map.of(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new AdminSettings(Duration.ofSeconds(10), 0, 0, false, Optional.empty())));
    }

    @Test
    void readsEveryKey() {
        Map<String, String> given = new HashMap<>(LEAST);
        given.putAll(Map.of(
                "http.port", "0",
                "shift", "none",
                "history.share", "0.25",
                "clock.mode", "drain",
                "clock.speed", "60",
                "clock.drain-step", "6h",
                "clock.run-past", "1d",
                "plan", "plus",
                "seed", "7",
                "delays", "sentia-uk.myshopify.com=1h, sentia-eu.myshopify.com=5m"));
        given.putAll(Map.of(
                "webhooks.url", "http://127.0.0.1:1/hooks",
                "webhooks.secret", "signed",
                "webhooks.lost-percent", "2",
                "webhooks.doubled-percent", "3",
                "webhooks.late-percent", "4",
                "webhooks.inventory", "true"));
        given.putAll(Map.of(
                "webhooks.subscribed-only", "true",
                "bulk.takes", "1m",
                "bulk.strangers", "2",
                "deleted-percent", "7"));
        given.putAll(Map.of(
                "app.client-id", "app",
                "app.client-secret", "app-secret",
                "app.refresh-token", "first",
                "app.token-life", "2m",
                "app.client-token-life", "3m",
                "incidents", "on",
                "incidents.seed", "9"));
        given.putAll(Map.of(
                "operations.database.url", "jdbc:postgresql://127.0.0.1:1/operations",
                "operations.database.user", "owner",
                "operations.database.password", "known",
                "operations.seed", "7"));

        assertThat(SimulatorSettings.from(Settings.of(given)))
                .isEqualTo(new SimulatorSettings(
                        0,
                        Path.of("d.csv"),
                        Path.of("s"),
                        true,
                        0.25,
                        ClockMode.DRAIN,
                        60,
                        Duration.ofHours(6),
                        Duration.ofDays(1),
                        Plan.PLUS,
                        new Secret("secret"),
                        Map.of(
                                "sentia-uk.myshopify.com", Duration.ofHours(1),
                                "sentia-eu.myshopify.com", Duration.ofMinutes(5)),
                        7,
                        Optional.of(9L),
                        Optional.of(new WebhookSettings(
                                URI.create("http://127.0.0.1:1/hooks"), new Secret("signed"), 2, 3, 4, true)),
                        Optional.of(new OperationsSettings(
                                "jdbc:postgresql://127.0.0.1:1/operations", "owner", new Secret("known"), 7)),
                        new AdminSettings(
                                Duration.ofMinutes(1),
                                2,
                                7,
                                true,
                                Optional.of(new AppSettings(
                                        "app",
                                        new Secret("app-secret"),
                                        new Secret("first"),
                                        Duration.ofMinutes(2),
                                        Duration.ofMinutes(3))))));
    }

    @Test
    void namesEverythingThatIsWrong() {
        Settings bad = Settings.of(Map.of(
                "http.port", "-1",
                "shift", "days",
                "history.share", "70%",
                "clock.mode", "still",
                "clock.speed", "0",
                "plan", "gold",
                "delays", "sentia-uk.myshopify.com, sentia-mars.myshopify.com=1h, sentia-eu.myshopify.com=soon",
                "colour", "red"));

        assertThatThrownBy(() -> SimulatorSettings.from(bad))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        problem -> assertThat(problem.problems())
                                .extracting(line -> line.substring(0, line.indexOf(':')))
                                .containsExactlyInAnyOrder(
                                        "http.port",
                                        "data.file",
                                        "state.dir",
                                        "shift",
                                        "history.share",
                                        "clock.mode",
                                        "clock.speed",
                                        "plan",
                                        "access.token",
                                        "delays",
                                        "delays",
                                        "delays",
                                        "colour"));
    }
}
