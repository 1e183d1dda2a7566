package com.sentia.queryapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.queryapi.database.DatabaseSettings;
import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiSettingsTest {
    @Test
    void takesDefaultsForWhatIsNotGiven() {
        ApiSettings settings = ApiSettings.from(Settings.of(Map.of(
                "database.url", "postgresql://127.0.0.1/sentia",
                "database.user", "sentia_reader",
                "database.password", "p")));

        assertThat(settings)
                .isEqualTo(new ApiSettings(
                        "127.0.0.1",
                        8080,
                        new DatabaseSettings(
                                "127.0.0.1",
                                5432,
                                "sentia",
                                "sentia_reader",
                                new Secret("p"),
                                4,
                                Duration.ofSeconds(5))));
    }

    @Test
    void readsEveryKey() {
        ApiSettings settings = ApiSettings.from(Settings.of(Map.of(
                "http.host", "0.0.0.0",
                "http.port", "9999",
                "database.url", "postgresql://db.internal:6543/kpis",
                "database.user", "reader",
                "database.password", "p",
                "database.connections", "9",
                "database.statement-timeout", "750ms")));

        assertThat(settings)
                .isEqualTo(new ApiSettings(
                        "0.0.0.0",
                        9999,
                        new DatabaseSettings(
                                "db.internal", 6543, "kpis", "reader", new Secret("p"), 9, Duration.ofMillis(750))));
    }

    @Test
    void listsEveryErrorOfABadFile() {
        assertThatThrownBy(() -> ApiSettings.from(Settings.of(Map.of(
                        "http.port", "70000",
                        "database.url", "jdbc:postgresql://127.0.0.1/sentia",
                        "database.statement-timeout", "soon",
                        "htp.host", "x"))))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(String.join("\n", e.problems()))
                                .contains("http.port: '70000'")
                                .contains("must be postgresql://host:port/database")
                                .contains("database.user: missing")
                                .contains("database.password: missing")
                                .contains("database.statement-timeout: 'soon'")
                                .contains("htp.host: unknown"));
    }
}
