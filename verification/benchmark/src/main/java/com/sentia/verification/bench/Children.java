package com.sentia.verification.bench;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes the benchmark has started: none of them outlives it, however it ends. */
final class Children implements AutoCloseable {
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private boolean closed;

    synchronized Process start(ProcessBuilder command) throws IOException {
        if (closed) {
            throw new IOException("the benchmark is ending");
        }
        Process process = command.start();
        running.add(process);
        return process;
    }

    /** Ends a process, with nothing of it kept, and waits until it is gone. */
    void end(Process process) {
        process.destroyForcibly();
        process.onExit().join();
        running.remove(process);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(this::end);
    }
}
