package com.sentia.jobs.kpi;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Fails its job once, with a checkpoint behind it and work done since: the source is held after so many elements until a
 * checkpoint holds them, and some elements later the failure comes.
 */
final class FailOnceFunction extends RichMapFunction<CanonicalEvent, CanonicalEvent> implements CheckpointListener {
    private static final Map<String, CompletableFuture<Void>> CHECKPOINT = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> FAILED = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final int holdAfter;
    private final int failAfter;
    private int seen;

    FailOnceFunction(int holdAfter, int failAfter) {
        this.holdAfter = holdAfter;
        this.failAfter = failAfter;
    }

    /** Neither fails nor holds the source. */
    static FailOnceFunction never() {
        return new FailOnceFunction(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    boolean hasFailed() {
        return FAILED.containsKey(id);
    }

    <S extends SourceSplit> RateLimiterStrategy<S> holdingTheSource() {
        String key = id;
        int after = holdAfter;
        return parallelism -> new Hold<>(key, after);
    }

    @Override
    public CanonicalEvent map(CanonicalEvent event) {
        seen++;
        if (seen > failAfter && FAILED.putIfAbsent(id, true) == null) {
            throw new IllegalStateException("failing as asked, after " + seen + " elements");
        }
        return event;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        if (seen >= holdAfter) {
            checkpoint(id).complete(null);
        }
    }

    private static CompletableFuture<Void> checkpoint(String id) {
        return CHECKPOINT.computeIfAbsent(id, absent -> new CompletableFuture<>());
    }

    private static final class Hold<S extends SourceSplit> implements RateLimiter<S> {
        private final String key;
        private final int after;
        private int acquired;

        Hold(String key, int after) {
            this.key = key;
            this.after = after;
        }

        @Override
        public CompletionStage<Void> acquire(int elements) {
            acquired += elements;
            return acquired > after ? checkpoint(key) : CompletableFuture.completedFuture(null);
        }
    }
}
