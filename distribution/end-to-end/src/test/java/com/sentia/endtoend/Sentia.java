package com.sentia.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built {@code sentia} command, run as a user runs it. */
final class Sentia {
    private static final int MINUTES = 20;

    private final Path distribution;
    private final Path folder;

    /** @param folder for what the commands print */
    Sentia(Path distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    /** The programs that {@code mvn package} laid out. */
    static Path distribution() {
        return Path.of(System.getProperty("sentia.distribution"));
    }

    /** What a command ended with. */
    record Result(int exit, String text) {}

    /** Runs a command to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, arguments[0] + "-", ".log");
        Process process = start(log, arguments);
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("ended in %d minutes: %s%n%s", MINUTES, List.of(arguments), Files.readString(log))
                    .isTrue();
            return new Result(process.exitValue(), Files.readString(log));
        } finally {
            stop(process);
        }
    }

    /** What a command prints that has to succeed. */
    String done(String... arguments) throws IOException, InterruptedException {
        Result result = run(arguments);
        assertThat(result.exit())
                .as("exit code of %s%n%s", List.of(arguments), result.text())
                .isZero();
        return result.text();
    }

    /** Starts a command that goes on by itself. */
    Process start(Path log, String... arguments) throws IOException {
        // A build in the background ignores SIGINT, and so would its children.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-Dsentia.distribution=" + distribution,
                "-cp",
                distribution.resolve("lib/launcher") + "/*",
                "com.sentia.launcher.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Ends a command the way Ctrl-C does, and waits until it has stopped its children. */
    static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("ended after Ctrl-C")
                .isTrue();
    }

    /** Ends a command that may still run. */
    static void stop(Process process) throws InterruptedException {
        // SIGTERM first, so that the launcher stops its children.
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
