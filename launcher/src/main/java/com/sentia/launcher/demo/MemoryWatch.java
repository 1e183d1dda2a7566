package com.sentia.launcher.demo;

import com.sentia.launcher.status.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Measures the memory of all processes of the stack, this launcher included. */
final class MemoryWatch implements Runnable, AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(1_500);
    private static final long KILOBYTES = 1024;

    private final Supplier<Map<String, ProcessHandle>> processes;
    private final Thread thread = new Thread(this, "memory-watch");
    private final List<Map<String, Long>> samples = new ArrayList<>();
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
        found.forEach((name, process) -> parts.put(name, Memory.kilobytes(List.of(process)) / KILOBYTES));
        // The launcher without its descendants, which are the parts.
        parts.put("launcher", Memory.ownKilobytes() / KILOBYTES);
        synchronized (this) {
            samples.add(parts);
            if (sum(parts) > sum(atPeak)) {
                atPeak = parts;
            }
        }
    }

    synchronized long peakMegabytes() {
        return sum(atPeak);
    }

    /** Megabytes of each part at the moment the sum was highest. */
    synchronized Map<String, Long> megabytesAtPeak() {
        return atPeak;
    }

    /** How many samples there are so far. */
    synchronized int taken() {
        return samples.size();
    }

    /** How it went from one sample on, up to another. */
    synchronized MemoryTrend trend(int from, int to) {
        return MemoryTrend.of(samples.subList(from, to));
    }

    private static long sum(Map<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
