package com.sentia.verification.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program of the distribution in a JVM of its own, with the same flags for all. */
final class JavaProcess {
    private final Children children;
    private final Path distribution;
    private final Path log;

    JavaProcess(Children children, Path distribution, Path log) {
        this.children = children;
        this.distribution = distribution;
        this.log = log;
    }

    Process start(int heapMegabytes, String library, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms" + heapMegabytes + "m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-cp",
                distribution.resolve("lib").resolve(library) + "/*",
                main));
        command.addAll(List.of(arguments));
        return children.start(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
    }
}
