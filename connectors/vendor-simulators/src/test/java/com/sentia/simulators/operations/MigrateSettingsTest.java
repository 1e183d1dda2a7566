package com.sentia.simulators.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrateSettingsTest {
    @Test
    void readsEveryKey() {
        assertThat(MigrateSettings.from(Settings.of(Map.of(
                        "database.url", "jdbc:postgresql://127.0.0.1:5433/sentia_operations",
                        "database.user", "operations_owner",
                        "database.password", "p",
                        "database.capture.user", "operations_capture"))))
                .isEqualTo(new MigrateSettings(
                        "jdbc:postgresql://127.0.0.1:5433/sentia_operations",
                        "operations_owner",
                        new Secret("p"),
                        "operations_capture"));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> MigrateSettings.from(
                        Settings.of(Map.of("database.capture.user", "x; drop role y", "database.port", "1"))))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(String.join("\n", e.problems()))
                                .contains(
                                        "database.url",
                                        "database.user",
                                        "database.password",
                                        "database.capture.user: 'x; drop role y' must be a lower-case name",
                                        "database.port: unknown"));
    }
}
