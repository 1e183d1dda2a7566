package com.sentia.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.parts.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoRecordTest {
    @TempDir
    private Path root;

    @Test
    void keepsWhatTheDemoWasBegunWith() {
        DemoRecord record = new DemoRecord(new Home(root));

        record.write(options(true));

        assertThat(record.read()).contains(options(true));
        assertThatCode(() -> record.requireSame(options(true))).doesNotThrowAnyException();
    }

    @Test
    void refusesToGoOnWithOtherIncidents() {
        DemoRecord record = new DemoRecord(new Home(root));
        record.write(options(false));

        assertThatThrownBy(() -> record.requireSame(options(true)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("begun with --incidents off");
    }

    @Test
    void takesAHomeOfBeforeThereWereIncidentsAsOneWithout() throws IOException {
        Files.writeString(
                root.resolve("demo.properties"), "data=in.csv\nmode=speed\nspeed=600\nshift=weeks\nplan=PLUS\n");

        assertThat(new DemoRecord(new Home(root)).read())
                .hasValueSatisfying(begun -> assertThat(begun.hasIncidents()).isFalse());
    }

    private static SimulatorOptions options(boolean hasIncidents) {
        return new SimulatorOptions(Path.of("in.csv"), "speed", 600, "weeks", "PLUS", List.of("uk=1h"), hasIncidents);
    }
}
