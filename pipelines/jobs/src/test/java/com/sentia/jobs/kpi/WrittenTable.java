package com.sentia.jobs.kpi;

import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The table that a job's writes make: guarded by generation and sequence, leftovers of a lost run swept. */
final class WrittenTable {
    /** A row's place. */
    record Place(String kpi, Map<String, String> dimensions, String window, long end) {}

    private final Map<Place, KpiChange> rows = new HashMap<>();

    static WrittenTable of(Collection<KpiWrite> writes, Starts starts) {
        WrittenTable table = new WrittenTable();
        for (KpiWrite write : writes) {
            KpiChange change = write.change();
            if (change != null) {
                table.apply(change);
            }
        }
        table.rows.values().removeIf(row -> row.delete() || starts.isLeftover(row));
        return table;
    }

    private void apply(KpiChange change) {
        rows.merge(
                new Place(change.kpi(), change.dimensions(), change.window(), change.windowEndMicros()),
                change,
                (known, arriving) -> isNewer(arriving, known) ? arriving : known);
    }

    private static boolean isNewer(KpiChange a, KpiChange b) {
        return a.generation() != b.generation() ? a.generation() > b.generation() : a.sequence() > b.sequence();
    }

    NavigableMap<Long, KpiChange> rows(String kpi, Map<String, String> dimensions, String window) {
        NavigableMap<Long, KpiChange> found = new TreeMap<>();
        rows.forEach((place, row) -> {
            if (place.equals(new Place(kpi, dimensions, window, place.end()))) {
                found.put(place.end(), row);
            }
        });
        return found;
    }

    Collection<KpiChange> rows() {
        return rows.values();
    }

    int size() {
        return rows.size();
    }

    /** Hands out generations to one job and remembers, per subtask, its last start and from where that went on. */
    record Starts(String id) implements GenerationSource {
        private static final AtomicLong NEXT = new AtomicLong();
        private static final Map<String, Map<Integer, Last>> LAST = new ConcurrentHashMap<>();

        private record Last(long generation, long restoredFinalTo) {}

        static Starts create() {
            return new Starts(UUID.randomUUID().toString());
        }

        @Override
        public long take(int subtask, int parallelism, @Nullable Long restoredFinalToMicros) {
            long generation = NEXT.incrementAndGet();
            lasts().put(
                            subtask,
                            new Last(
                                    generation,
                                    restoredFinalToMicros == null ? Long.MIN_VALUE : restoredFinalToMicros));
            return generation;
        }

        /** A row that the last start had to write anew, if it were right. */
        boolean isLeftover(KpiChange row) {
            long oldest =
                    lasts().values().stream().mapToLong(Last::generation).min().orElse(0);
            long from = lasts().values().stream()
                    .mapToLong(Last::restoredFinalTo)
                    .max()
                    .orElse(0);
            return row.generation() < oldest && row.windowEndMicros() > from;
        }

        private Map<Integer, Last> lasts() {
            return LAST.computeIfAbsent(id, absent -> new ConcurrentHashMap<>());
        }
    }
}
