package com.sentia.launcher.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part that is a small shell script: real, and gone in a moment. */
record SleepingPart(String name, Set<String> needs, String script, String fingerprint, int stopRank, Path folder)
        implements Part {
    static final String SLEEP = "exec sleep 600";

    static SleepingPart named(String name, Path folder) {
        return new SleepingPart(name, Set.of(), SLEEP, "1", 1, folder);
    }

    SleepingPart needing(String... others) {
        return new SleepingPart(name, Set.of(others), script, fingerprint, stopRank, folder);
    }

    SleepingPart running(String text) {
        return new SleepingPart(name, needs, text, fingerprint, stopRank, folder);
    }

    SleepingPart withFingerprint(String text) {
        return new SleepingPart(name, needs, script, text, stopRank, folder);
    }

    SleepingPart stoppedAt(int rank) {
        return new SleepingPart(name, needs, script, fingerprint, rank, folder);
    }

    @Override
    public Command command() {
        return new Command(List.of("bash", "-c", script), Map.of(), folder, fingerprint);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(10);
    }
}
