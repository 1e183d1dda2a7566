package com.sentia.verification.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the runs of one race have shown: speeds, and whether the values were equal. */
final class Rounds {
    private final Map<Contender, List<ContenderResult>> results = new EnumMap<>(Contender.class);
    private final List<String> complaints = new ArrayList<>();
    private long windowsCompared;

    void ran(Contender contender, int round, ContenderResult result) {
        results.computeIfAbsent(contender, absent -> new ArrayList<>()).add(result);
        if (result.isCutOff() && !contender.isRival()) {
            complaints.add(contender + " was cut off in round " + round + ": give it more time by --cut-off");
        }
    }

    /** Of a run that was cut off the beginning: it proves nothing only when it differs. */
    void compared(Contender contender, int round, Comparison comparison, boolean isWhole) {
        windowsCompared += comparison.windows();
        if (comparison.differences() > 0 || (isWhole && !comparison.isEqual())) {
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

    /** Events per second, of an even number of rounds the lower middle one; empty when it didn't run or read nothing. */
    Optional<Speed> median(Contender contender) {
        double[] speeds = of(contender).stream()
                .mapToDouble(ContenderResult::eventsPerSecond)
                .sorted()
                .toArray();
        if (speeds.length == 0 || speeds[(speeds.length - 1) / 2] == 0) {
            return Optional.empty();
        }
        return Optional.of(new Speed(
                speeds[(speeds.length - 1) / 2], of(contender).stream().anyMatch(ContenderResult::isCutOff)));
    }
}
