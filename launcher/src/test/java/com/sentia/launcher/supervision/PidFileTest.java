package com.sentia.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path folder;

    private final ProcessIdentity self =
            ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

    @Test
    void findsTheProcessThatWasWrittenDown() throws Exception {
        PidFile file = new PidFile(folder.resolve("kafka.pid"));

        file.write(new PidFile.Entry(self, "print"));

        assertThat(file.read()).contains(new PidFile.Entry(self, "print"));
        assertThat(file.running().map(ProcessHandle::pid)).contains(self.pid());
    }

    @Test
    void takesNoOtherProcessWithTheSamePidForIt() throws Exception {
        PidFile file = new PidFile(folder.resolve("kafka.pid"));

        file.write(new PidFile.Entry(new ProcessIdentity(self.pid(), self.startTicks() + 1, self.boot()), "print"));
        assertThat(file.running()).isEmpty();

        file.write(new PidFile.Entry(new ProcessIdentity(self.pid(), self.startTicks(), "other-boot"), "print"));
        assertThat(file.running()).isEmpty();
    }

    @Test
    void readsNothingFromAFileThatMakesNoSense() throws Exception {
        Path file = folder.resolve("kafka.pid");
        assertThat(new PidFile(file).read()).isEmpty();

        Files.writeString(file, "pid=many\n");
        assertThat(new PidFile(file).read()).isEmpty();
    }
}
