package com.sentia.launcher.supervision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processes of a stack, found without its launcher: by the mark in their environment, or by standing in the database's
 * folder (PostgreSQL overwrites its environment).
 */
public final class Leftovers {
    private Leftovers() {}

    /** Every running process of the stack with this home, the launcher's own excepted. */
    public static List<ProcessHandle> of(Path home, Path databaseFolder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isMarked(process, home) || standsIn(process, databaseFolder))
                .toList();
    }

    private static boolean isMarked(ProcessHandle process, Path home) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            String text = "\0" + new String(environment, StandardCharsets.UTF_8);
            return text.contains("\0" + Child.HOME_MARK + "=" + home + "\0");
        } catch (IOException expected) {
            // Gone meanwhile, or another user's: not ours.
            return false;
        }
    }

    private static boolean standsIn(ProcessHandle process, Path folder) {
        try {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            String program = Files.readString(proc.resolve("comm"));
            return (program.startsWith("postgres") || program.startsWith("ld-linux"))
                    && Files.readSymbolicLink(proc.resolve("cwd")).equals(folder.toRealPath());
        } catch (IOException expected) {
            return false;
        }
    }
}
