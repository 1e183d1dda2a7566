package com.sentia.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeAndOpenedAgain() {
        Home home = new Home(folder.resolve("deep/home"));

        assertThat(home.open().exists()).isTrue();
        assertThat(home.open()).isEqualTo(home);
        assertThat(home.existing()).isEqualTo(home);
    }

    @Test
    void refusesAnotherFormat() throws Exception {
        Files.writeString(folder.resolve("format"), "99\n");

        assertThatThrownBy(() -> new Home(folder).open())
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("has format 99")
                .hasMessageContaining("--home");
    }

    @Test
    void refusesAFolderWithOtherFiles() throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> new Home(folder).open()).hasMessageContaining("holds other files");
        assertThat(folder.resolve("letter.txt")).exists();
    }

    @Test
    void refusesAPlaceThatIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new Home(file).open()).hasMessageContaining("no write access to " + file);
    }

    @Test
    void saysThatNothingHasRunYet() {
        assertThatThrownBy(() -> new Home(folder).existing()).hasMessageContaining("nothing has run in " + folder);
    }

    @Test
    void givesOnlyOneLauncherItsLock() {
        Home home = new Home(folder.resolve("home")).open();

        try (HomeLock held = HomeLock.take(home)) {
            assertThat(held).isNotNull();
            assertThat(HomeLock.launcher(home).map(ProcessHandle::pid))
                    .contains(ProcessHandle.current().pid());
            assertThatThrownBy(() -> HomeLock.take(home))
                    .hasMessageContaining(
                            "another sentia (pid " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("./sentia down");
        }
        HomeLock.take(home).close();
        assertThat(HomeLock.launcher(home)).isEmpty();
    }

    @Test
    void keepsSecretsForItsOwnerOnly() throws Exception {
        Home home = new Home(folder.resolve("home")).open();

        Path secret = SecretFiles.generated(home, "token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(SecretFiles.generated(home, "token"))).isEqualTo(Files.readString(secret));
        assertThat(Files.readString(secret)).hasSizeGreaterThan(20);
    }
}
