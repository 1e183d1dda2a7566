package com.sentia.jobs.kpi;

import java.util.concurrent.CompletionStage;
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
    private final Gate checkpoint = Gate.closed();
    private final Gate failure = Gate.closed();
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
        return failure.isOpen();
    }

    <S extends SourceSplit> RateLimiterStrategy<S> holdingTheSource() {
        return holdingTheSource(Gate.open());
    }

    /** @param start the source is held back until it opens */
    <S extends SourceSplit> RateLimiterStrategy<S> holdingTheSource(Gate start) {
        Gate then = checkpoint;
        int after = holdAfter;
        return parallelism -> new Hold<>(start, then, after);
    }

    @Override
    public CanonicalEvent map(CanonicalEvent event) {
        seen++;
        if (seen > failAfter && failure.letGo()) {
            throw new IllegalStateException("failing as asked, after " + seen + " elements");
        }
        return event;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        if (seen >= holdAfter) {
            checkpoint.letGo();
        }
    }

    private static final class Hold<S extends SourceSplit> implements RateLimiter<S> {
        private final Gate start;
        private final Gate checkpoint;
        private final int after;
        private int acquired;

        Hold(Gate start, Gate checkpoint, int after) {
            this.start = start;
            this.checkpoint = checkpoint;
            this.after = after;
        }

        @Override
        public CompletionStage<Void> acquire(int elements) {
            acquired += elements;
            return acquired > after ? checkpoint.opened() : start.opened();
        }
    }
}
