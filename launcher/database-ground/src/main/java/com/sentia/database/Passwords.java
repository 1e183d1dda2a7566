package com.sentia.database;

import com.sentia.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The roles' passwords: made once, each in a file only its owner can read. */
public final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final Path folder;

    /** @param folder where the files are; made if missing */
    public Passwords(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The file with the role's password (mode 0600), written now if there is none. */
    public Path file(Role role) {
        Path file = folder.resolve(role.user() + ".password");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                write(file);
            }
        } catch (IOException e) {
            throw new GroundException("password file " + file + " can't be written: " + e.getMessage(), e);
        }
        return file;
    }

    /** The role's password. */
    public Secret of(Role role) {
        Path file = file(role);
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new GroundException("password file " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        Path fresh = Files.createTempFile(
                file.getParent(),
                ".password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
