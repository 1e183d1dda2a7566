package com.sentia.simulators.shopify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The faults that the next answers of each shop are to have. Safe for use by many threads. */
public final class FaultQueue {
    private final Map<String, Deque<Fault>> waiting = new HashMap<>();

    /** Lets the next answers of a shop, after those already ordered, go wrong. */
    public synchronized void order(String shop, Fault fault, int count) {
        Deque<Fault> queue = waiting.computeIfAbsent(shop, name -> new ArrayDeque<>());
        for (int i = 0; i < count; i++) {
            queue.add(fault);
        }
    }

    /** The fault the next answer of a shop is to have. */
    public synchronized Optional<Fault> next(String shop) {
        Deque<Fault> queue = waiting.get(shop);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }
}
