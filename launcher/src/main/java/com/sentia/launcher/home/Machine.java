package com.sentia.launcher.home;

import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this machine has to offer, and the refusals when it is too little: each one line that says what to do. */
public final class Machine {
    private static final int JAVA = 17;
    private static final long LEAST_FILES = 4_096;
    private static final long LEAST_DISK_MB = 2_048;
    private static final long LEAST_MEMORY_MB = 2_500;

    private Machine() {}

    /** Refuses a machine the stack can't run on, before anything is started. */
    public static void require(Home home) {
        requireJava(Runtime.version().feature());
        requireFiles(fileLimit());
        requireDisk(home.root(), freeDiskMegabytes(home.root()));
        requireMemory(memory("MemAvailable"));
    }

    static void requireJava(int version) {
        if (version != JAVA) {
            throw new LauncherException(
                    "this is Java " + version + ", Java 17 is needed: install a JDK 17 and set JAVA_HOME to it");
        }
    }

    static void requireFiles(OptionalLong limit) {
        refuse(
                limit,
                LEAST_FILES,
                files -> "a process may open only " + files + " files, the stack needs " + LEAST_FILES
                        + ": raise the limit with ulimit -n 8192");
    }

    static void requireDisk(Path folder, OptionalLong megabytes) {
        refuse(
                megabytes,
                LEAST_DISK_MB,
                free -> "only " + free + " MB of disk are free for " + folder + ", " + LEAST_DISK_MB
                        + " are needed: make room, or choose another --home");
    }

    static void requireMemory(OptionalLong megabytes) {
        refuse(
                megabytes,
                LEAST_MEMORY_MB,
                free -> "only " + free + " MB of memory are free, the stack needs " + LEAST_MEMORY_MB
                        + ": close other programs");
    }

    /** Refuses ports that something else listens on. */
    public static void requireFree(Ports ports, List<Port> taken) {
        if (!taken.isEmpty()) {
            String list = taken.stream()
                    .map(port -> ports.number(port) + " (" + port.key() + ")")
                    .collect(Collectors.joining(", "));
            throw new LauncherException("ports taken by another program: " + list
                    + "; move all with --port-offset 100, or set the named keys in sentia.properties of the home");
        }
    }

    private static void refuse(OptionalLong found, long least, LongFunction<String> line) {
        if (found.isPresent() && found.getAsLong() < least) {
            throw new LauncherException(line.apply(found.getAsLong()));
        }
    }

    /** Megabytes a line of {@code /proc/meminfo} tells. */
    public static OptionalLong memory(String line) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(text -> text.startsWith(line + ":"))
                    .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Free room for the folder, in megabytes. */
    public static OptionalLong freeDiskMegabytes(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace() >> 20);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong fileLimit() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
            return lines.filter(line -> line.startsWith("Max open files"))
                    .map(line ->
                            line.substring("Max open files".length()).strip().split("\\s+", 2)[0])
                    .mapToLong(limit -> limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
