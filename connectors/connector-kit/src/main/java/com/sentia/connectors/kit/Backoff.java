package com.sentia.connectors.kit;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times that double from one to another bound, each made up to a half shorter by chance so that callers spread out.
 *
 * @param first the longest first wait
 * @param longest the bound of all waits
 * @param random source of the spread
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

    /** The wait before the given attempt, counted from 1. */
    public Duration before(int attempt) {
        long bound = longest.toMillis();
        int doublings = Math.min(attempt - 1, 30);
        long full = Math.min(bound, first.toMillis() << doublings);
        if (full <= 0) {
            full = bound;
        }
        return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
    }
}
