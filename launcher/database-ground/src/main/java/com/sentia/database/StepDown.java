package com.sentia.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Lets root run the server, which refuses to be root: in a user namespace that maps nobody, where the process has an
 * ordinary user's rights over the same files. {@code unshare} becomes the server, so that its pid is the server's.
 */
final class StepDown {
    private static final List<String> UNSHARE = List.of("unshare", "-U");

    private StepDown() {}

    /** What goes before a command: nothing unless this process is root's. */
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        try {
            ChildProgram.run(List.of("unshare", "-U", "true"), Path.of("/"), Duration.ofSeconds(10), line -> {});
        } catch (GroundException e) {
            throw new GroundException(
                    "PostgreSQL refuses to run as root and this machine allows no user namespaces: run as an ordinary user",
                    e);
        }
        return UNSHARE;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new GroundException("can't tell which user this process belongs to", e);
        }
    }
}
