package com.sentia.jobs.kpi;

import com.sentia.analytics.rate.RateChange;
import com.sentia.analytics.rate.RateTable;
import com.sentia.analytics.rate.RateVersion;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/** The rates of a subtask, which all have the same ones; those that have come wait until they are taken over together. */
final class KnownRates {
    private final BroadcastState<String, RateVersion> state;
    private final RateTable table;
    private final List<RateVersion> waiting = new ArrayList<>();

    KnownRates(OperatorStateStore store, ZoneId zone) throws Exception {
        table = new RateTable(zone);
        state = store.getBroadcastState(
                new MapStateDescriptor<>("rates", StringSerializer.INSTANCE, RateVersionSerializer.INSTANCE));
        for (Map.Entry<String, RateVersion> known : state.immutableEntries()) {
            table.put(known.getValue());
        }
    }

    /** As it is after the last {@link #takeOver}. */
    RateTable table() {
        return table;
    }

    void arrive(RateVersion version) {
        waiting.add(version);
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /** What those that waited change, in the order they came in. */
    List<RateChange> takeOver() throws Exception {
        List<RateChange> changes = new ArrayList<>();
        for (RateVersion version : waiting) {
            RateChange change = table.put(version).orElse(null);
            if (change != null) {
                state.put(version.currency() + version.day(), version);
                changes.add(change);
            }
        }
        waiting.clear();
        return changes;
    }
}
