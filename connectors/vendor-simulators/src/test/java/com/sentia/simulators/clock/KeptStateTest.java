package com.sentia.simulators.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStateTest {
    @TempDir
    Path folder;

    @Test
    void countsALineOnceOverAllProcesses() throws IOException {
        Path file = folder.resolve("served-lines");
        try (ServedLines lines = ServedLines.open(file)) {
            lines.add(new int[] {1, 2, 2, 70_000, 5}, 4);
        }

        try (ServedLines lines = ServedLines.open(file)) {
            assertThat(lines.count()).isEqualTo(3);
            lines.add(new int[] {2, 3}, 2);
            assertThat(lines.count()).isEqualTo(4);
        }
    }

    @Test
    void writesOverALineNumberCutByAKill() throws IOException {
        Path file = folder.resolve("served-lines");
        try (ServedLines lines = ServedLines.open(file)) {
            lines.add(new int[] {1, 2}, 2);
        }
        Files.write(file, new byte[] {0, 0}, StandardOpenOption.APPEND);
        try (ServedLines lines = ServedLines.open(file)) {
            lines.add(new int[] {3}, 1);
        }

        try (ServedLines lines = ServedLines.open(file)) {
            assertThat(lines.count()).isEqualTo(3);
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Path file = folder.resolve("simulator.json");
        assertThat(SavedState.read(file)).isEmpty();
        SavedState state = new SavedState(
                SavedState.VERSION,
                "abc",
                794,
                "speed@600.0",
                new ClockState(12345, ClockMode.DRAIN, 600, true, Set.of("uk")));

        state.write(file);
        state.write(file);

        assertThat(SavedState.read(file)).contains(state);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }
}
