package com.sentia.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void isReadBackAsWritten() throws Exception {
        Path file = SettingsFile.write(
                folder.resolve("deep/x.properties"), Map.of("a", "C:\\temp", "b", "http://x/{shop}?q=1", "c", "ü"));

        Settings settings = Settings.fromFile(file);

        assertThat(settings.text("a")).isEqualTo("C:\\temp");
        assertThat(settings.text("b")).isEqualTo("http://x/{shop}?q=1");
        assertThat(settings.text("c")).isEqualTo("ü");
    }
}
