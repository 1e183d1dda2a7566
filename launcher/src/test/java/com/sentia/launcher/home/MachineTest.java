package com.sentia.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void refusesAnotherJava() {
        assertThatThrownBy(() -> Machine.requireJava(21))
                .hasMessageContaining("this is Java 21, Java 17 is needed")
                .hasMessageContaining("JAVA_HOME");
        assertThatCode(() -> Machine.requireJava(17)).doesNotThrowAnyException();
    }

    @Test
    void refusesALowFileLimit() {
        assertThatThrownBy(() -> Machine.requireFiles(OptionalLong.of(1024)))
                .hasMessageContaining("only 1024 files")
                .hasMessageContaining("ulimit -n");
    }

    @Test
    void refusesAFullDisk() {
        assertThatThrownBy(() -> Machine.requireDisk(Path.of("/home/x"), OptionalLong.of(12)))
                .hasMessageContaining("only 12 MB of disk are free for /home/x")
                .hasMessageContaining("--home");
    }

    @Test
    void refusesTooLittleMemory() {
        assertThatThrownBy(() -> Machine.requireMemory(OptionalLong.of(900))).hasMessageContaining("only 900 MB");
    }

    @Test
    void letsPassWhatItCannotMeasure() {
        assertThatCode(() -> Machine.requireMemory(OptionalLong.empty())).doesNotThrowAnyException();
        assertThat(Machine.memory("MemTotal")).isPresent();
        assertThat(Machine.memory("NoSuchLine")).isEmpty();
    }
}
