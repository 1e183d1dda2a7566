package com.sentia.launcher.supervision;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Signals to processes, ours by birth or not, and waiting for their end. */
public final class Signals {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    private Signals() {}

    /** Sends a signal by the name {@code kill} knows; a process that is gone is none of its business. */
    public static void send(String signal, ProcessHandle process) {
        if (signal.equals("TERM") && process.destroy()) {
            return;
        }
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    /** Whether all have ended within the limit. */
    public static boolean awaitEnd(Collection<ProcessHandle> processes, Duration limit) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException expected) {
            return processes.stream().noneMatch(ProcessHandle::isAlive);
        }
    }

    /** Ends a process and all below it at once, and waits for that. */
    public static void kill(ProcessHandle process) {
        List<ProcessHandle> tree =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(tree, KILL_LIMIT);
    }
}
