package com.sentia.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a {@link PostgresServer} as a child of this process, for tests and trials; a stack uses its own supervisor. */
public final class RunningServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private final PostgresServer server;
    private final Path log;
    private @Nullable Process process;

    /** @param log the file that takes the server's log */
    public RunningServer(PostgresServer server, Path log) {
        this.server = server;
        this.log = log;
    }

    public PostgresServer server() {
        return server;
    }

    /** Starts it and waits until it takes connections. */
    public void start() {
        server.beforeStart();
        ProcessBuilder builder = new ProcessBuilder(server.command())
                .directory(server.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(server.environment());
        try {
            Process started = builder.start();
            process = started;
            awaitReady(started);
        } catch (IOException e) {
            throw new GroundException("the database server can't be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady(Process started) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!server.isReady()) {
            if (exited(started, POLL)) {
                throw new GroundException("the database server ended with " + started.exitValue() + "; see " + log);
            }
            if (System.nanoTime() > deadline) {
                started.destroyForcibly();
                throw new GroundException("the database server isn't ready after " + START_LIMIT + "; see " + log);
            }
        }
    }

    /** Ends it as {@code kill -9} of its main process does. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            exited(running, STOP_LIMIT);
            process = null;
        }
    }

    /** Ends it in order: sessions are closed, everything is written. */
    public void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        ChildProgram.run(
                List.of("kill", "-" + server.stopSignal(), Long.toString(running.pid())),
                Path.of("/"),
                STOP_LIMIT,
                line -> {});
        if (!exited(running, STOP_LIMIT)) {
            running.destroyForcibly();
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
    }

    private static boolean exited(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new GroundException("interrupted while waiting for the database server", e);
        }
    }
}
