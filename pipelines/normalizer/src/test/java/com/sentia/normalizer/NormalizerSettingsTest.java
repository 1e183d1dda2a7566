package com.sentia.normalizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalizerSettingsTest {
    private static final Map<String, String> NEEDED = Map.of(
            "kafka.bootstrap.servers", "127.0.0.1:9092",
            "registry.url", "http://127.0.0.1:8081/apis/ccompat/v7",
            "state.dir", "/var/lib/sentia",
            "regions", "sentia-uk.myshopify.com=UK, sentia-eu.myshopify.com = EU");

    @Test
    void hasDefaults() {
        assertThat(NormalizerSettings.from(Settings.of(NEEDED)))
                .isEqualTo(new NormalizerSettings(
                        "127.0.0.1:9092",
                        URI.create("http://127.0.0.1:8081/apis/ccompat/v7"),
                        Path.of("/var/lib/sentia"),
                        8084,
                        1,
                        "GBP",
                        Map.of("sentia-uk.myshopify.com", "UK", "sentia-eu.myshopify.com", "EU"),
                        List.of()));
    }

    @Test
    void takesEveryKey() {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.put("health.port", "18084");
        all.put("business.currency", "EUR");

        NormalizerSettings settings = NormalizerSettings.from(Settings.of(all));

        assertThat(settings.healthPort()).isEqualTo(18_084);
        assertThat(settings.currency()).isEqualTo("EUR");
    }

    @Test
    void listsEveryProblemAtOnce() {
        Map<String, String> wrong = new HashMap<>(NEEDED);
        wrong.remove("state.dir");
        wrong.put("registry.url", "somewhere");
        wrong.put("business.currency", "POUNDS");
        wrong.put("regions", "sentia-uk.myshopify.com,a=UK,a=EU");
        wrong.put("topic", "x");

        assertThatThrownBy(() -> NormalizerSettings.from(Settings.of(wrong)))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        problem -> assertThat(problem.problems())
                                .hasSize(6)
                                .anySatisfy(line -> assertThat(line).contains("'sentia-uk.myshopify.com' must be"))
                                .anySatisfy(line -> assertThat(line).contains("unit a stands there twice"))
                                .anySatisfy(line -> assertThat(line).contains("'POUNDS'")));
    }
}
