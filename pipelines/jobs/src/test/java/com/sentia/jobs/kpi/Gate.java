package com.sentia.jobs.kpi;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Holds sources of a job in this JVM back until something has happened elsewhere in it; once open, it stays open, also through failures. */
record Gate(String id) implements Serializable {
    private static final Map<String, CompletableFuture<Void>> OPENED = new ConcurrentHashMap<>();

    static Gate closed() {
        return new Gate(UUID.randomUUID().toString());
    }

    static Gate open() {
        Gate gate = closed();
        gate.letGo();
        return gate;
    }

    /** Whether it was closed until now. */
    boolean letGo() {
        return opened().complete(null);
    }

    boolean isOpen() {
        return opened().isDone();
    }

    CompletableFuture<Void> opened() {
        return OPENED.computeIfAbsent(id, absent -> new CompletableFuture<>());
    }
}
