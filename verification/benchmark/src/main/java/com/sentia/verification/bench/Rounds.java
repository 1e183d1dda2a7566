package com.sentia.verification.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the runs have shown: speeds, and whether the values were equal. */
final class Rounds {
    private final Map<Contender, List<ContenderResult>> results = new EnumMap<>(Contender.class);
    private final List<String> complaints = new ArrayList<>();
    private long windowsCompared;

    void ran(Contender contender, ContenderResult result) {
        results.computeIfAbsent(contender, absent -> new ArrayList<>()).add(result);
    }

    void cutOff(Contender contender, int round) {
        complaints.add(contender + " was cut off in round " + round);
    }

    void compared(Contender contender, int round, Comparison comparison) {
        windowsCompared += comparison.windows();
        if (!comparison.isEqual()) {
            complaints.add(contender + " differs in round " + round + ": " + comparison.differences()
                    + " windows, " + comparison.windows() + " equal; "
                    + comparison.first().orElse("there is nothing to compare"));
        }
    }

    /** Why speeds don't count; none when they do. */
    List<String> complaints() {
        return complaints;
    }

    long windowsCompared() {
        return windowsCompared;
    }

    List<ContenderResult> of(Contender contender) {
        return results.getOrDefault(contender, List.of());
    }

    /** Events per second; of an even number of rounds the lower middle one. */
    OptionalDouble median(Contender contender) {
        double[] speeds = of(contender).stream()
                .mapToDouble(ContenderResult::eventsPerSecond)
                .sorted()
                .toArray();
        return speeds.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(speeds[(speeds.length - 1) / 2]);
    }

    /** How many times as fast the first is; empty when one of them has no figure. */
    Optional<Double> ratio(Contender one, Contender other) {
        OptionalDouble above = median(one);
        OptionalDouble below = median(other);
        return above.isPresent() && below.isPresent()
                ? Optional.of(above.getAsDouble() / below.getAsDouble())
                : Optional.empty();
    }
}
