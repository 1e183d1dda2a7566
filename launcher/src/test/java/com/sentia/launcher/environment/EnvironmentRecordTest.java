package com.sentia.launcher.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentRecordTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Home home;
    private EnvironmentRecord record;

    @BeforeEach
    void openHome() {
        home = new Home(folder.resolve("home")).open();
        record = new EnvironmentRecord(home);
    }

    private Environment environment(String name, String currency) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                place.resolve("environment.properties"),
                "shops=a.myshopify.com=UK\nbackfill.from=2026-01-01\nbusiness.currency=" + currency + "\n");
        return Environments.named(place.toString(), CLOCK);
    }

    @Test
    void knowsWhatAHomeRuns() throws IOException {
        assertThat(record.current(CLOCK)).isEmpty();
        assertThat(Business.of(home)).isEqualTo(Business.STANDARD);

        Environment prod = environment("prod", "EUR");
        record.write(prod);

        assertThat(record.current(CLOCK)).contains(prod);
        assertThat(Business.of(home).currency()).isEqualTo("EUR");
    }

    @Test
    void refusesAnotherEnvironmentAndAnotherCurrency() throws IOException {
        record.write(environment("prod", "EUR"));

        assertThatThrownBy(() -> record.requireFitting(environment("test", "EUR")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("runs the environment prod, not test");
        assertThatThrownBy(() -> record.requireFitting(environment("prod", "GBP")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("counts in EUR");
    }

    @Test
    void keepsDemosAndEnvironmentsApart() throws IOException {
        record.write(environment("prod", "EUR"));
        assertThatThrownBy(record::requireNone)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("runs the environment prod");

        Home demo = new Home(folder.resolve("demo")).open();
        Files.writeString(demo.demoRecord(), "mode=speed\n");
        assertThatThrownBy(() -> new EnvironmentRecord(demo).requireFitting(environment("prod", "EUR")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("holds a demo");
    }
}
