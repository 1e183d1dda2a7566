package com.sentia.launcher.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time since the command was started, by the script if it said so. */
record StopWatch(Clock clock, Instant started) {
    private static final String STARTED = "SENTIA_STARTED_MS";

    /** Counts from the script's start, or from now when the launcher was started without it. */
    static StopWatch ofCommand(Clock clock) {
        String started = System.getenv(STARTED);
        boolean told = started != null && started.matches("\\d{12,14}");
        return new StopWatch(clock, told ? Instant.ofEpochMilli(Long.parseLong(started)) : clock.instant());
    }

    Duration elapsed() {
        return Duration.between(started, clock.instant());
    }
}
