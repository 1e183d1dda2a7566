package com.sentia.launcher.demo;

import com.sentia.launcher.status.Memory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Measures the memory of all processes of the stack, this launcher included, and keeps the most. */
final class MemoryWatch implements Runnable, AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(1_500);

    private final Supplier<Map<String, ProcessHandle>> processes;
    private final Thread thread = new Thread(this, "memory-watch");
    private long peakKilobytes;
    private Map<String, Long> atPeak = Map.of();

    /** @param processes the parts' processes by name */
    MemoryWatch(Supplier<Map<String, ProcessHandle>> processes) {
        this.processes = processes;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (true) {
                sample();
                Thread.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample() {
        Map<String, ProcessHandle> found = processes.get();
        Map<String, Long> parts = new TreeMap<>();
        found.forEach((name, process) -> parts.put(name, Memory.kilobytes(List.of(process)) / 1024));
        // The launcher without its descendants, which are the parts.
        parts.put("launcher", Memory.ownKilobytes() / 1024);
        long sum = parts.values().stream().mapToLong(Long::longValue).sum() * 1024;
        synchronized (this) {
            if (sum > peakKilobytes) {
                peakKilobytes = sum;
                atPeak = parts;
            }
        }
    }

    synchronized long peakMegabytes() {
        return peakKilobytes / 1024;
    }

    /** Megabytes of each part at the moment the sum was highest. */
    synchronized Map<String, Long> megabytesAtPeak() {
        return atPeak;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
