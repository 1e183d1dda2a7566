package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.CausedChange;
import com.sentia.jobs.kpi.SeriesMessage.Arrivals;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/** Counts, exactly once, what one subtask has seen since the job first began; the sum over subtasks is the job's. */
final class Counters {
    static final String VERSIONS_SEEN = "versions_seen";
    static final String STALE_VERSIONS = "stale_versions";
    static final String RETRACTIONS = "retractions";
    static final String ADDITIONS = "additions";
    static final String LATE_RECORDS = "late_records";
    static final String RESTATEMENTS = "restatements";

    private final ListState<Tuple2<String, Long>> state;
    private final Map<String, Long> counts = new TreeMap<>();
    private boolean isChanged = true;

    Counters(OperatorStateStore store) throws Exception {
        state = store.getListState(new ListStateDescriptor<>("counters", Types.TUPLE(Types.STRING, Types.LONG)));
        for (String name :
                new String[] {VERSIONS_SEEN, STALE_VERSIONS, RETRACTIONS, ADDITIONS, LATE_RECORDS, RESTATEMENTS}) {
            counts.put(name, 0L);
        }
        for (Tuple2<String, Long> count : state.get()) {
            add(count.f0, count.f1);
        }
    }

    void snapshot() throws Exception {
        state.update(counts.entrySet().stream()
                .map(count -> Tuple2.of(count.getKey(), count.getValue()))
                .toList());
    }

    void arrived(SeriesMessage message, long finalTo) {
        Arrivals arrivals = message.arrivals();
        if (arrivals == null) {
            return;
        }
        add(VERSIONS_SEEN, arrivals.versions());
        add(STALE_VERSIONS, arrivals.stale());
        add(RETRACTIONS, arrivals.retractions());
        add(ADDITIONS, arrivals.additions());
        for (CausedChange change : message.caused()) {
            if (change.cause().kind() == CauseKind.LATE
                    && change.contributions().stream().anyMatch(one -> one.timeMicros() < finalTo)) {
                add(LATE_RECORDS, 1);
            }
        }
    }

    void restated() {
        add(RESTATEMENTS, 1);
    }

    /** Whether anything was counted since this was last asked. */
    boolean takeChanged() {
        boolean changed = isChanged;
        isChanged = false;
        return changed;
    }

    Map<String, Long> values() {
        return Map.copyOf(counts);
    }

    private void add(String name, long more) {
        counts.merge(name, more, Long::sum);
        isChanged = true;
    }
}
