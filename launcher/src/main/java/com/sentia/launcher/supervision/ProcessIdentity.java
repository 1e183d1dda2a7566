package com.sentia.launcher.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process beyond doubt: its pid, when it started, in which boot of the machine. A pid alone may by now belong to
 * somebody else.
 *
 * @param startTicks clock ticks since boot, which, unlike a date, no clock change moves
 */
public record ProcessIdentity(long pid, long startTicks, String boot) {
    private static final Path PROC = Path.of("/proc");
    private static final int START_TICKS_AFTER_NAME = 19;

    /** The identity of the process that has this pid now; empty when there is none. */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            // The name, in parentheses, may hold spaces and parentheses itself.
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", START_TICKS_AFTER_NAME + 2);
            if (afterName[0].equals("Z")) {
                return Optional.empty();
            }
            return Optional.of(
                    new ProcessIdentity(pid, Long.parseLong(afterName[START_TICKS_AFTER_NAME]), currentBoot()));
        } catch (IOException expected) {
            return Optional.empty();
        }
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> running() {
        return of(pid).filter(this::equals).flatMap(same -> ProcessHandle.of(pid));
    }

    private static String currentBoot() throws IOException {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    }
}
