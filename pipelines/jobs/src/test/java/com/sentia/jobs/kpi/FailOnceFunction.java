package com.sentia.jobs.kpi;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Fails its job once: at the first element after so many, if a checkpoint is complete by then, else at a later one. */
final class FailOnceFunction extends RichMapFunction<SalesEvent, SalesEvent> implements CheckpointListener {
    private static final Map<String, Boolean> FAILED = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final int after;
    private int seen;
    private boolean hasCheckpoint;

    FailOnceFunction(int after) {
        this.after = after;
    }

    boolean hasFailed() {
        return FAILED.containsKey(id);
    }

    @Override
    public SalesEvent map(SalesEvent event) {
        seen++;
        if (seen > after && hasCheckpoint && FAILED.putIfAbsent(id, true) == null) {
            throw new IllegalStateException("failing as asked, after " + seen + " elements");
        }
        return event;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        hasCheckpoint |= seen > after / 2;
    }
}
