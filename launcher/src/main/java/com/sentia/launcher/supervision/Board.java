package com.sentia.launcher.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Where every part and step stands, for those who wait for them and those who look. */
public final class Board {
    private static final int HOPELESS = 4;

    private final Clock clock;
    private final Map<String, PartState> states = new LinkedHashMap<>();
    private boolean closed;

    public Board(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String name) {
        states.put(name, PartState.waiting(name, clock.instant()));
    }

    synchronized void change(String name, BiFunction<PartState, Instant, PartState> change) {
        states.compute(
                name,
                (key, old) ->
                        change.apply(old == null ? PartState.waiting(key, clock.instant()) : old, clock.instant()));
        notifyAll();
    }

    /** Wakes everybody who waits; from now on nothing becomes ready. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits until all are ready; false when the board was closed meanwhile. */
    synchronized boolean awaitReady(Collection<String> names) throws InterruptedException {
        while (!closed && !areReady(names)) {
            wait();
        }
        return !closed;
    }

    /** Waits at most so long; whether all are ready then. Returns early when the board is closed. */
    public synchronized boolean awaitReady(Collection<String> names, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!closed && !areReady(names)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !closed;
    }

    private boolean areReady(Collection<String> names) {
        return names.stream().allMatch(name -> {
            PartState state = states.get(name);
            return state != null && state.phase() == Phase.READY;
        });
    }

    public synchronized List<PartState> states() {
        return List.copyOf(states.values());
    }

    public synchronized PartState state(String name) {
        PartState state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("no part " + name);
        }
        return state;
    }

    /** Parts that failed to start so often in a row that waiting has no point. */
    public synchronized List<PartState> hopeless() {
        return states.values().stream()
                .filter(state -> state.failures() >= HOPELESS)
                .toList();
    }
}
