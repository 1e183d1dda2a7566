package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Late changes that wait to be taken in, series by series: whichever come before a series' turn correct it together, and
 * series of low rank have their turn first. What comes for a series that waits, late or not, waits with it.
 */
final class LateChanges {
    private final TreeMap<Place, Waiting> byPlace =
            new TreeMap<>(Comparator.comparingInt(Place::rank).thenComparing(Place::key));

    private final Map<String, Waiting> byKey = new HashMap<>();

    private int size;

    private record Place(int rank, String key) {}

    /** What has come for a series, in the order of its arrival. */
    record Waiting(String key, List<Contribution> contributions, List<CausedChange> caused) {
        private int size() {
            return contributions.size() + caused.size();
        }
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The number of sums and late changes that wait. */
    int size() {
        return size;
    }

    /** Whether something waits for the series. */
    boolean hasKey(String key) {
        return byKey.containsKey(key);
    }

    void add(int rank, SeriesMessage message) {
        String key = message.key();
        Waiting waiting = byKey.get(key);
        if (waiting == null) {
            waiting = new Waiting(key, new ArrayList<>(), new ArrayList<>());
            byKey.put(key, waiting);
            byPlace.put(new Place(rank, key), waiting);
        }
        int before = waiting.size();
        waiting.contributions.addAll(message.contributions());
        waiting.caused.addAll(message.caused());
        size += waiting.size() - before;
    }

    /** Takes out the series whose turn it is; there must be one. */
    Waiting takeFirst() {
        Waiting first = byPlace.pollFirstEntry().getValue();
        byKey.remove(first.key);
        size -= first.size();
        return first;
    }
}
