package com.sentia.gateway.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/** Lets a line into the log now and then and counts those in between, so that a flood does not flood the log. */
public final class LogPace {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Clock clock;
    private long nextAt;
    private long unsaid;

    public LogPace(Clock clock) {
        this.clock = clock;
        this.nextAt = Long.MIN_VALUE;
    }

    /** How many lines were left out since the last one, when one may be written now. */
    public synchronized OptionalLong tryPass() {
        long now = clock.millis();
        if (now < nextAt) {
            unsaid++;
            return OptionalLong.empty();
        }
        OptionalLong leftOut = OptionalLong.of(unsaid);
        nextAt = now + INTERVAL.toMillis();
        unsaid = 0;
        return leftOut;
    }
}
