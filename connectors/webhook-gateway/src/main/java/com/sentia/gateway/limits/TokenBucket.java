package com.sentia.gateway.limits;

import java.time.Clock;

/** So many in a second on the average, and as many at once. */
final class TokenBucket {
    private static final double MILLIS = 1_000;

    private final double perSecond;
    private double tokens;
    private long filledAt;

    TokenBucket(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filledAt = clock.millis();
    }

    /** Takes one if there is one. */
    synchronized boolean tryTake(Clock clock) {
        fill(clock);
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    synchronized boolean isEmpty(Clock clock) {
        fill(clock);
        return tokens < 1;
    }

    /** A clock that was set back fills nothing, and takes nothing away. */
    private void fill(Clock clock) {
        long now = clock.millis();
        tokens = Math.min(perSecond, tokens + perSecond * Math.max(0, now - filledAt) / MILLIS);
        filledAt = now;
    }
}
