package com.sentia.launcher.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** Memory of processes: proportional set size, in which shared pages are counted once over all who share them. */
public final class Memory {
    private Memory() {}

    /** Kilobytes held by the processes and all below them. */
    public static long kilobytes(Collection<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(ProcessHandle::pid)
                .distinct()
                .map(Memory::kilobytes)
                .sum();
    }

    /** Kilobytes held by this process alone. */
    public static long ownKilobytes() {
        return kilobytes(ProcessHandle.current().pid());
    }

    private static long kilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException expected) {
            // It ended meanwhile.
            return 0;
        }
    }
}
