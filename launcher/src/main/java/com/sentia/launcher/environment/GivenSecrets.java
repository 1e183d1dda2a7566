package com.sentia.launcher.environment;

import com.sentia.launcher.LauncherException;
import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The secrets an operator gives: each by an environment variable or as a file, which only its owner may read. A variable goes before a
 * file.
 */
public final class GivenSecrets {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Optional<Path> folder;
    private final Settings variables;

    /** @param variables the process's, or a test's */
    public GivenSecrets(Optional<Path> folder, Settings variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /**
     * The secret of that name; empty when it is not given.
     *
     * @throws LauncherException when others may read its file
     */
    public Optional<Secret> find(String name) {
        String variable = variables.text("secret." + name, "");
        if (!variable.isEmpty()) {
            return Optional.of(new Secret(variable));
        }
        Optional<Path> file = folder.map(known -> known.resolve(name)).filter(Files::isRegularFile);
        return file.map(GivenSecrets::read).filter(secret -> !secret.reveal().isEmpty());
    }

    /** The names of all files of the folder. */
    public List<String> files() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LauncherException("the secrets in " + folder.get() + " can't be listed: " + e.getMessage(), e);
        }
    }

    /** How a secret that is missing can be given. */
    public String advice(String name) {
        String variable = "export " + variable(name);
        return folder.map(known -> "write it to " + known.resolve(name) + " (chmod 600), or " + variable)
                .orElse(variable + ", or set secrets.folder");
    }

    /** The environment variable of a secret. */
    static String variable(String name) {
        return "SENTIA_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static Secret read(Path file) {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new LauncherException("others may read the secret " + file + ": chmod 600 " + file
                        + ", and give the vendor a new one if others were on this machine");
            }
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new LauncherException("the secret " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
