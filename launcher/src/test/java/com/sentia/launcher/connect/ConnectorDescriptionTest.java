package com.sentia.launcher.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorDescriptionTest {
    @TempDir
    Path folder;

    @Test
    void fillsInEveryValue() throws IOException {
        Path file = file("{\"name\": \"shop\", \"config\": {\"a.b\": \"x\", \"c\": 3}}");

        ConnectorDescription description = ConnectorDescription.read(file, text -> text.toUpperCase(Locale.ROOT) + "!");

        assertThat(description.name()).isEqualTo("shop");
        assertThat(description.configuration()).isEqualTo(Map.of("a.b", "X!", "c", "3!"));
    }

    @Test
    void refusesAnotherFormAndNamesTheFile() throws IOException {
        Path file = file("{\"connector.class\": \"x\"}");

        assertThatThrownBy(() -> ConnectorDescription.read(file, text -> text))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("\"config\"");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("connector.json"), text);
    }
}
