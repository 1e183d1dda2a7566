package com.sentia.launcher.home;

import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets the launcher makes itself, each in a file only its owner can read. */
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
                folder(home);
                byte[] bytes = new byte[BYTES];
                RANDOM.nextBytes(bytes);
                Path fresh = Files.createTempFile(
                        home.secrets(),
                        ".secret",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new LauncherException("the secret " + file + " can't be written: " + e.getMessage(), e);
        }
    }
}
