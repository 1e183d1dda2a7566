package com.sentia.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs one short-lived program to its end, its output told line by line. */
final class ChildProgram {
    private ChildProgram() {}

    /**
     * Runs it and returns its last output line.
     *
     * @throws GroundException when it can't be started, takes longer than the limit or exits other than 0
     */
    static String run(List<String> command, Path folder, Duration limit, Consumer<String> lines) {
        Process process = start(command, folder);
        Thread watchdog = destroyAfter(process, limit);
        String last = "";
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    last = line.strip();
                    lines.accept(last);
                }
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw new GroundException("reading the output of " + command.get(0) + " failed", e);
        }
        finish(process, command, last);
        watchdog.interrupt();
        return last;
    }

    /** Runs it with the given bytes as its input. */
    static void feed(List<String> command, Path folder, InputStream input) {
        Process process = start(command, folder);
        try (OutputStream sink = process.getOutputStream()) {
            input.transferTo(sink);
        } catch (IOException e) {
            process.destroyForcibly();
            throw new GroundException("feeding " + command.get(0) + " failed: " + e.getMessage(), e);
        }
        finish(process, command, "");
    }

    private static Process start(List<String> command, Path folder) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LC_ALL", "C", "DEBIAN_FRONTEND", "noninteractive"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GroundException(command.get(0) + " can't be run: " + e.getMessage(), e);
        }
    }

    private static Thread destroyAfter(Process process, Duration limit) {
        Thread watchdog = new Thread(
                () -> {
                    try {
                        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException expected) {
                        Thread.currentThread().interrupt();
                    }
                },
                "child-program-limit");
        watchdog.setDaemon(true);
        watchdog.start();
        return watchdog;
    }

    private static void finish(Process process, List<String> command, String last) {
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new GroundException(
                        command.get(0) + " exited with " + exit + (last.isEmpty() ? "" : ": " + last));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new GroundException("interrupted while " + command.get(0) + " ran", e);
        }
    }
}
