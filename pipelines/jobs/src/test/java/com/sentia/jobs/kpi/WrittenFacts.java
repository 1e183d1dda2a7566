package com.sentia.jobs.kpi;

import com.sentia.timescale.FactRow;
import com.sentia.timescale.FactWrite;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of facts that a job's writes make: those of each entity's highest version. */
final class WrittenFacts {
    private static final Comparator<FactWrite> BY_VERSION = Comparator.comparingLong(FactWrite::updatedAtMicros)
            .thenComparingInt(FactWrite::feedRank)
            .thenComparingLong(FactWrite::fetchedAtMicros);

    private WrittenFacts() {}

    static List<FactRow> rows(Collection<FactWrite> writes) {
        Map<String, FactWrite> highest = new HashMap<>();
        for (FactWrite write : writes) {
            highest.merge(write.entity(), write, (one, other) -> BY_VERSION.compare(other, one) > 0 ? other : one);
        }
        return highest.values().stream()
                .flatMap(write -> write.facts().stream())
                .toList();
    }
}
