package com.sentia.launcher.home;

import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder that holds everything a stack keeps. Its layout has a version: a home of another version is refused, never
 * guessed at.
 */
public record Home(Path root) {
    /** The layout written by this program. */
    public static final String FORMAT = "1";

    private static final String FORMAT_FILE = "format";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** {@code ~/.local/share/sentia}. */
    public static Path defaultRoot() {
        return Path.of(System.getProperty("user.home"), ".local", "share", "sentia");
    }

    /** Makes the home if it is missing, and checks that it is one this program understands and may write. */
    public Home open() {
        try {
            Files.createDirectories(root);
            Files.delete(Files.createTempFile(root, ".write", ""));
            if (!exists()) {
                refuseForeignFolder();
                Files.writeString(root.resolve(FORMAT_FILE), FORMAT + "\n");
            }
        } catch (IOException e) {
            throw new LauncherException(
                    "no write access to " + root + ": choose another folder with --home, or change its owner", e);
        }
        return requireFormat();
    }

    /** The home as it is; an error when there is none. */
    public Home existing() {
        if (!exists()) {
            throw new LauncherException(
                    "nothing has run in " + root + " yet: start with ./sentia demo, or give --home");
        }
        return requireFormat();
    }

    public boolean exists() {
        return Files.exists(root.resolve(FORMAT_FILE));
    }

    private Home requireFormat() {
        try {
            String found = Files.readString(root.resolve(FORMAT_FILE)).strip();
            if (!found.equals(FORMAT)) {
                throw new LauncherException("the home " + root + " has format " + found + ", this program knows "
                        + FORMAT + ": use the program that wrote it, or another --home");
            }
            return this;
        } catch (IOException e) {
            throw new LauncherException("the home " + root + " can't be read: check its owner", e);
        }
    }

    private void refuseForeignFolder() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            if (files.findAny().isPresent()) {
                throw new LauncherException(
                        root + " holds other files and no stack: name an empty or new folder with --home");
            }
        }
    }

    /** Pid files and the lock. */
    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Settings files written by the launcher at each start. */
    public Path settings() {
        return root.resolve("settings");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Which demo it holds; there is no such file where it holds none. */
    public Path demoRecord() {
        return root.resolve("demo.properties");
    }

    /** What one part keeps. */
    public Path state(String part) {
        return root.resolve("state").resolve(part);
    }

    /** PostgreSQL's own folder below the state. */
    public Path databaseData() {
        return state("postgres").resolve("data");
    }
}
