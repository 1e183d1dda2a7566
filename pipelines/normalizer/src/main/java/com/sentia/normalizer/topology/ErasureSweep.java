package com.sentia.normalizer.topology;

import com.sentia.normalizer.facts.KnownFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all that is known for persons who are to be forgotten since it last did, a piece at a time, so that records are not held
 * up. After a start it goes through all once more, if anybody is to be forgotten: what it finds then is nothing, or was missed.
 */
final class ErasureSweep {
    private static final int PIECE = 2_000;

    private final KeyValueStore<String, KnownFacts> facts;
    private final Erasures erasures;
    private final Set<String> done = new HashSet<>();
    private Set<String> underWay = Set.of();
    private @Nullable String from;

    ErasureSweep(KeyValueStore<String, KnownFacts> facts, Erasures erasures) {
        this.facts = facts;
        this.erasures = erasures;
    }

    /** What of the next piece is about such persons, by its key in the store. */
    Map<String, KnownFacts> next() {
        if (underWay.isEmpty() && !begin()) {
            return Map.of();
        }
        Map<String, KnownFacts> found = new HashMap<>();
        int looked = 0;
        try (KeyValueIterator<String, KnownFacts> entries = facts.range(from, null)) {
            while (entries.hasNext()) {
                KeyValue<String, KnownFacts> entry = entries.next();
                if (looked++ == PIECE) {
                    from = entry.key;
                    return found;
                }
                if (entry.value.facts().stream().anyMatch(erasures::has)) {
                    found.put(entry.key, entry.value);
                }
            }
        }
        done.addAll(underWay);
        underWay = Set.of();
        return found;
    }

    private boolean begin() {
        Set<String> fresh = erasures.all();
        fresh.removeAll(done);
        underWay = fresh;
        from = null;
        return !fresh.isEmpty();
    }
}
