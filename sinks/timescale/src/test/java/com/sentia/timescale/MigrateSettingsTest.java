package com.sentia.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrateSettingsTest {
    private static final Map<String, String> GOOD = Map.of(
            "database.url", "postgresql://127.0.0.1:5433/sentia",
            "database.user", "sentia_owner",
            "database.password", "p",
            "database.writer.user", "sentia_writer",
            "database.reader.user", "sentia_reader");

    @Test
    void readsEveryKeyAndHidesThePassword() {
        MigrateSettings settings = MigrateSettings.from(Settings.of(GOOD));

        assertThat(settings.address())
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://127.0.0.1:5433/sentia", "sentia_owner", "p"));
        assertThat(settings.address()).hasToString("sentia_owner@jdbc:postgresql://127.0.0.1:5433/sentia");
        assertThat(settings.writer()).isEqualTo("sentia_writer");
        assertThat(settings.reader()).isEqualTo("sentia_reader");
    }

    @Test
    void tellsEveryProblemAtOnce() {
        assertThatThrownBy(() ->
                        MigrateSettings.from(Settings.of(Map.of("database.writer.user", "a; drop", "unknown", "1"))))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems())
                                .hasSize(6)
                                .anyMatch(problem -> problem.startsWith("database.writer.user"))
                                .anyMatch(problem -> problem.startsWith("unknown")));
    }
}
