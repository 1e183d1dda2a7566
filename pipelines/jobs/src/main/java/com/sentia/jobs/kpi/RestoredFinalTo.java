package com.sentia.jobs.kpi;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/**
 * Carries over a restart how far windows were final. A watermark itself is not in checkpoints, and begins at nothing until
 * every feed has spoken in every partition again: what comes before that would pass for being on time.
 *
 * <p>Checkpoints are aligned, so all subtasks were at the same point; the least is taken.
 */
final class RestoredFinalTo {
    /** Nothing is final. */
    static final long NONE = Long.MIN_VALUE;

    private final ListState<Long> state;
    private long finalTo = NONE;

    RestoredFinalTo(OperatorStateStore store) throws Exception {
        state = store.getUnionListState(new ListStateDescriptor<>("final-to", LongSerializer.INSTANCE));
        boolean isFirst = true;
        for (Long restored : state.get()) {
            finalTo = isFirst ? restored : Math.min(finalTo, restored);
            isFirst = false;
        }
    }

    /** Every fact before this instant (microseconds) had come before. */
    long micros() {
        return finalTo;
    }

    /** Takes in the present watermark; whether it makes more windows final. */
    boolean advance(long watermarkMs) {
        if (watermarkMs == Long.MIN_VALUE || watermarkMs == Long.MAX_VALUE) {
            return false;
        }
        long reached = (watermarkMs + 1) * 1_000;
        if (reached <= finalTo) {
            return false;
        }
        finalTo = reached;
        return true;
    }

    void snapshot() throws Exception {
        state.update(List.of(finalTo));
    }
}
