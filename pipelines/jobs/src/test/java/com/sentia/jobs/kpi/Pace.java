package com.sentia.jobs.kpi;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Strews the elements of one source over another: each portion waits until the other has come as far.
 *
 * @param gates one for each portion
 */
record Pace(List<Gate> gates) implements Serializable {
    private static final int PORTIONS = 20;

    static Pace create() {
        List<Gate> gates = new ArrayList<>();
        for (int g = 0; g < PORTIONS; g++) {
            gates.add(Gate.closed());
        }
        return new Pace(List.copyOf(gates));
    }

    /** The source gone by has come to one of its elements; it comes to each in turn. */
    void reached(long index, int size) {
        gates.get(portion(index, size)).letGo();
    }

    /** @param size the number of elements to strew */
    <S extends SourceSplit> RateLimiterStrategy<S> strewing(int size) {
        Pace pace = this;
        return parallelism -> new Strewing<>(pace, size);
    }

    private static int portion(long index, int size) {
        return (int) Math.min(index * PORTIONS / size, PORTIONS - 1);
    }

    private static final class Strewing<S extends SourceSplit> implements RateLimiter<S> {
        private final Pace pace;
        private final int size;
        private int acquired;

        Strewing(Pace pace, int size) {
            this.pace = pace;
            this.size = size;
        }

        @Override
        public CompletionStage<Void> acquire(int elements) {
            int index = acquired;
            acquired += elements;
            return pace.gates().get(portion(index, size)).opened();
        }
    }
}
