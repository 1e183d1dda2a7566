package com.sentia.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @Test
    void reportsEveryProblemAtOnce() {
        Settings settings = Settings.of(Map.of("poll.interval", "soon", "port", "70000", "typo.here", "1"));
        settings.duration("poll.interval", Duration.ofSeconds(1));
        settings.integer("port", 1, 65_535, 8080);
        settings.text("kafka.bootstrap.servers");

        assertThatThrownBy(settings::finish)
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        problem -> assertThat(problem.problems())
                                .hasSize(4)
                                .anySatisfy(line -> assertThat(line)
                                        .contains("poll.interval")
                                        .contains("'soon'"))
                                .anySatisfy(line -> assertThat(line).contains("from 1 to 65535"))
                                .anySatisfy(line -> assertThat(line).contains("kafka.bootstrap.servers: missing"))
                                .anySatisfy(line -> assertThat(line).contains("typo.here: unknown")));
    }

    @Test
    void readsDefaultsValuesAndTheEnvironment() {
        Settings settings = Settings.of(
                Map.of("zone", "America/New_York", "shops", "uk, eu,,us"), Map.of("SENTIA_POLL_INTERVAL", "200ms"));

        assertThat(settings.duration("poll.interval", Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.zone("zone", ZoneId.of("Europe/London"))).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(settings.list("shops", List.of())).containsExactly("uk", "eu", "us");
        assertThat(settings.flag("eager", true)).isTrue();
        settings.finish();
    }

    @Test
    void readsASecretFromItsFileAndNeverPrintsIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        Settings settings = Settings.of(Map.of("database.password-file", file.toString()));

        Secret secret = settings.secret("database.password");

        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret).hasToString("*****");
        settings.finish();
    }

    @Test
    void leavesOutASecretThatMayBeAbsentButNotOneThatCannotBeRead(@TempDir Path folder) {
        Settings settings =
                Settings.of(Map.of("old.key-file", folder.resolve("none").toString()));

        assertThat(settings.secretIfGiven("former.key")).isEmpty();
        assertThat(settings.secretIfGiven("old.key")).isPresent();
        assertThatThrownBy(settings::finish)
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems()).singleElement().asString().contains("old.key-file"));
    }

    @Test
    void leavesOutWhatMayBeAbsentAndHandsOnWhatOthersKnow() {
        Settings settings = Settings.of(Map.of("report.file", "r.json", "other.url", "nowhere", "kafka.acks", "all"));

        assertThat(settings.optionalPath("report.file")).contains(Path.of("r.json"));
        assertThat(settings.optionalPath("work.dir")).isEmpty();
        assertThat(settings.optionalUri("api.url")).isEmpty();
        assertThat(settings.optionalUri("other.url")).isEmpty();
        assertThat(settings.prefixed("kafka.")).containsExactly(Map.entry("acks", "all"));
        assertThatThrownBy(settings::finish)
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems()).containsExactly("other.url: 'nowhere' must be an absolute URI"));
    }
}
