package com.sentia.normalizer.topology;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the records since the process started; counts a record again when it is processed again. */
public final class Counters {
    private final Map<Count, LongAdder> counts = new ConcurrentSkipListMap<>();

    /**
     * One count's name.
     *
     * @param outcome what happened: read, sent, stale, unchanged, nothing-to-send, rejected, progress, forgotten
     * @param subject the topic it happened to, or the reason for a rejection
     */
    public record Count(String outcome, String subject) implements Comparable<Count> {
        @Override
        public int compareTo(Count other) {
            int byOutcome = outcome.compareTo(other.outcome);
            return byOutcome == 0 ? subject.compareTo(other.subject) : byOutcome;
        }
    }

    void add(String outcome, String subject) {
        counts.computeIfAbsent(new Count(outcome, subject), count -> new LongAdder())
                .increment();
    }

    public Map<Count, Long> now() {
        Map<Count, Long> now = new TreeMap<>();
        counts.forEach((count, adder) -> now.put(count, adder.sum()));
        return now;
    }
}
