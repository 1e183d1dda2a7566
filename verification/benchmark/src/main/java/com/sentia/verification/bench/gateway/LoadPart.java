package com.sentia.verification.bench.gateway;

import com.sentia.verification.bench.Samples;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;

/** Many connections that send at a steady rate together. */
final class LoadPart {
    private static final int CONNECTIONS = 48;

    private final URI url;
    private final String from;
    private final LongFunction<byte[]> requests;
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();
    private long startedAt;
    private double seconds;

    LoadPart(URI url, String from, LongFunction<byte[]> requests) {
        this.url = url;
        this.from = from;
        this.requests = requests;
    }

    /** Begins to send, ids from the first on. */
    LoadPart begin(long firstId, int rate, int lasting) {
        startedAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        long every = TimeUnit.SECONDS.toNanos(1) * CONNECTIONS / rate;
        int each = Math.max(1, (int) ((long) rate * lasting / CONNECTIONS));
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            long first = firstId + connection;
            long start = startedAt + every * connection / CONNECTIONS;
            Thread thread = new Thread(() -> run(first, each, start, every), "sender-" + from + "-" + connection);
            thread.start();
            threads.add(thread);
        }
        return this;
    }

    /** Waits for the last answer. */
    LoadPart end() throws IOException, InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        seconds = (System.nanoTime() - startedAt) / 1e9;
        if (failure.get() != null) {
            throw new IOException("a sender failed: " + failure.get().getMessage(), failure.get());
        }
        return this;
    }

    private void run(long first, int count, long start, long every) {
        try {
            new SteadySender(url, from, requests).send(first, CONNECTIONS, count, start, every, (id, status, nanos) -> {
                statuses.computeIfAbsent(status, added -> new LongAdder()).increment();
                millis.add(nanos / 1e6);
                if (status == 200) {
                    acknowledged.add(id);
                }
            });
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** From when each was due until its answer. */
    Samples millis() {
        return new Samples(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Ids that were answered with 200. */
    Set<Long> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** How many were answered how. */
    Map<Integer, LongAdder> statuses() {
        return Map.copyOf(statuses);
    }

    double answersPerSecond() {
        return millis.size() / seconds;
    }
}
