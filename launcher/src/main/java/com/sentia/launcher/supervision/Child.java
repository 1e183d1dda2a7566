package com.sentia.launcher.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A running process of a part: started by us, or found running and taken over. */
final class Child {
    /** Marks every process of a stack with its home, so that none can hide from a later launcher. */
    static final String HOME_MARK = "SENTIA_STACK_HOME";

    private final ProcessHandle handle;
    private final @Nullable Process process;

    private Child(ProcessHandle handle, @Nullable Process process) {
        this.handle = handle;
        this.process = process;
    }

    /** Starts the command in a session of its own, so that a Ctrl-C at the terminal reaches the launcher only. */
    static Child start(Command command, Path log, Path home) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("setsid"));
        arguments.addAll(command.arguments());
        Files.createDirectories(command.folder());
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(command.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put(HOME_MARK, home.toString());
        builder.environment().putAll(command.environment());
        Process started = builder.start();
        return new Child(started.toHandle(), started);
    }

    static Child adopt(ProcessHandle handle) {
        return new Child(handle, null);
    }

    ProcessHandle handle() {
        return handle;
    }

    long pid() {
        return handle.pid();
    }

    Optional<ProcessIdentity> identity() {
        return ProcessIdentity.of(handle.pid());
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** Waits at most so long; whether it has ended. */
    boolean awaitEnd(long milliseconds) throws InterruptedException {
        try {
            handle.onExit().get(milliseconds, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException expected) {
            return !handle.isAlive();
        }
    }

    /** How it ended, in words. */
    String end() {
        return process == null || process.isAlive() ? "ended" : "ended with " + process.exitValue();
    }
}
