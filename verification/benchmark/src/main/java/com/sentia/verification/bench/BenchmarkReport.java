package com.sentia.verification.bench;

import java.util.List;
import java.util.Map;

/** What was found. Speeds are told only when the values of all races were equal. */
record BenchmarkReport(BenchmarkSettings settings, Map<Race, Rounds> races) {

    List<String> complaints() {
        return races.entrySet().stream()
                .flatMap(race -> race.getValue().complaints().stream()
                        .map(complaint -> race.getKey().words() + ": " + complaint))
                .toList();
    }

    boolean isEqual() {
        return complaints().isEmpty();
    }

    long windowsCompared() {
        return races.values().stream().mapToLong(Rounds::windowsCompared).sum();
    }

    List<Goal> goals() {
        return BenchmarkGoals.of(races);
    }

    /** What all contenders had, for people. */
    String conditions() {
        return String.format(
                java.util.Locale.ROOT,
                "%,d order lines over %d days, rounds: %d, in turns, parallelism %d, heap %d MB each; state in Flink: %s,"
                        + " checkpoint or commit every %s s",
                settings.events(),
                settings.days(),
                settings.rounds(),
                ContenderSettings.PARALLELISM,
                settings.heapMegabytes(),
                settings.state(),
                settings.durableEvery().toSeconds());
    }
}
