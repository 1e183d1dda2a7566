package com.sentia.analytics.kpi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the series of one set have room for, so that a catalogue is refused where it is read and not where a job starts. */
public final class SetLimits {
    /** Those that have changed are told in one word, a bit for each. */
    public static final int MOST_KPIS = Long.SIZE;

    /** State numbers windows and grains in four bits; one number is left for the day that isn't shown. */
    public static final int MOST_WINDOWS = 15;

    private SetLimits() {}

    /** Why a KPI has no place beside those that a set keeps already; empty when it has. */
    static Optional<String> complaint(String set, List<Kpi> kept, Kpi next) {
        if (kept.size() == MOST_KPIS) {
            return Optional.of(
                    "names " + set + ", which keeps " + MOST_KPIS + " KPIs already, the most a set can keep");
        }
        List<CountedMembers> counted = counted(Stream.concat(kept.stream(), Stream.of(next)));
        return counted.size() > 1
                ? Optional.of("names " + set + ", which would count " + counted.get(0) + " and " + counted.get(1)
                        + "; a set counts members of one kind of facts")
                : Optional.empty();
    }

    private static List<CountedMembers> counted(Stream<Kpi> kpis) {
        return kpis.flatMap(kpi -> Stream.concat(kpi.measures().stream(), kpi.counted().stream()))
                .flatMap(measure -> CountedMembers.of(measure).stream())
                .distinct()
                .toList();
    }
}
