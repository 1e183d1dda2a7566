package com.sentia.launcher.home;

import com.sentia.launcher.LauncherException;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of a home, each in a file only its owner can read. */
public final class SecretFiles {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private SecretFiles() {}

    /** The folder of the home's secrets, made now if there is none. */
    public static Path folder(Home home) throws IOException {
        return Files.createDirectories(
                home.secrets(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** The file with that name under the home's secrets, written now if there is none. */
    public static Path generated(Home home, String name) {
        Path file = home.secrets().resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[BYTES];
                RANDOM.nextBytes(bytes);
                replace(home, file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return file;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Keeps a secret made elsewhere under that name, without a line end: Connect takes a file as it is. */
    public static void write(Home home, String name, Secret secret) {
        Path file = home.secrets().resolve(name);
        try {
            replace(home, file, secret.reveal());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void replace(Home home, Path file, String secret) throws IOException {
        folder(home);
        Path fresh = Files.createTempFile(
                home.secrets(),
                ".secret",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, secret);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static LauncherException unwritable(Path file, IOException e) {
        return new LauncherException("the secret " + file + " can't be written: " + e.getMessage(), e);
    }
}
