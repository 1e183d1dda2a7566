package com.sentia.launcher.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenSecretsTest {
    private static final String NAME = "shopify-access-token.a.myshopify.com";
    private static final String VARIABLE = "SENTIA_SECRET_SHOPIFY_ACCESS_TOKEN_A_MYSHOPIFY_COM";

    @TempDir
    private Path folder;

    private GivenSecrets given(Map<String, String> variables) {
        return new GivenSecrets(Optional.of(folder), Settings.of(Map.of(), variables));
    }

    private void write(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), "of-the-file\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void readsAFileThatOnlyItsOwnerMayRead() throws IOException {
        write("rw-------");

        assertThat(given(Map.of()).find(NAME)).contains(new Secret("of-the-file"));
        assertThat(given(Map.of()).files()).containsExactly(NAME);
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        write("rw-r-----");

        assertThatThrownBy(() -> given(Map.of()).find(NAME))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("others may read")
                .hasMessageContaining("chmod 600 " + folder.resolve(NAME))
                .hasMessageNotContaining("of-the-file");
    }

    @Test
    void takesAVariableBeforeAFile() throws IOException {
        write("rw-------");

        assertThat(given(Map.of(VARIABLE, "of-the-variable")).find(NAME)).contains(new Secret("of-the-variable"));
    }

    @Test
    void saysHowASecretCanBeGiven() {
        assertThat(given(Map.of()).find(NAME)).isEmpty();
        assertThat(given(Map.of()).advice(NAME)).contains(folder.resolve(NAME).toString(), VARIABLE);
        assertThat(new GivenSecrets(Optional.empty(), Settings.of(Map.of())).advice(NAME))
                .contains(VARIABLE, "secrets.folder");
    }
}
