package com.sentia.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.database.Role;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.parts.OneShot;
import com.sentia.launcher.parts.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Runs the independent recomputation as a process of its own and reads what it found. */
final class CheckProgram {
    private static final String NAME = "check";
    private static final int HEAP_MB = 512;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int CANNOT_RUN = 2;

    private final Stack stack;

    CheckProgram(Stack stack) {
        this.stack = stack;
    }

    /** The check's own report; throws when it couldn't run. */
    ObjectNode run(Path dataFile, int shiftWeeks) throws IOException, InterruptedException {
        Path report = stack.home().state(NAME).resolve("report.json");
        Files.createDirectories(stack.home().state(NAME));
        Files.deleteIfExists(report);
        Map<String, String> settings = new TreeMap<>();
        settings.put("data.file", dataFile.toString());
        settings.put("data.shift-weeks", Integer.toString(shiftWeeks));
        settings.put("work.dir", stack.home().state(NAME).toString());
        settings.put("simulator.url", stack.ports().url(Port.SIMULATORS));
        settings.put("database.url", stack.database().url());
        settings.put("database.user", Role.SENTIA_READER.user());
        settings.put(
                "database.password-file",
                stack.database().passwords().file(Role.SENTIA_READER).toString());
        settings.put("kafka.bootstrap.servers", stack.kafka());
        settings.put("registry.url", stack.registryUrl());
        settings.put("logs.dir", stack.home().logs().toString());
        settings.put("operations.database.url", stack.database().jdbcUrl(Role.OPERATIONS_CAPTURE));
        settings.put("operations.database.user", Role.OPERATIONS_CAPTURE.user());
        settings.put(
                "operations.database.password-file",
                stack.database().passwords().file(Role.OPERATIONS_CAPTURE).toString());
        settings.put("report.file", report.toString());
        OneShot program = new OneShot(
                stack,
                NAME,
                stack.distribution().classPath("verification"),
                "com.sentia.verification.demo.DemoCheck",
                HEAP_MB);
        int exit = program.run(settings, LIMIT);
        if (exit == CANNOT_RUN || !Files.exists(report)) {
            throw new LauncherException("the check could not run: " + program.lastWord());
        }
        if (new ObjectMapper().readTree(report.toFile()) instanceof ObjectNode found) {
            return found;
        }
        throw new LauncherException("the check's report is no JSON object: " + report);
    }
}
