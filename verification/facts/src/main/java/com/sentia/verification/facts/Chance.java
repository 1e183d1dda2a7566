package com.sentia.verification.facts;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance; each part of the company has its own, so that more of one leaves the others as they were. */
final class Chance {
    private static final int HUNDRED = 100;

    private final SplittableRandom random;

    Chance(long seed, String part) {
        this.random = new SplittableRandom(31 * seed + part.hashCode());
    }

    boolean in(int percent) {
        return random.nextInt(HUNDRED) < percent;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    Duration between(Duration least, Duration most) {
        return Duration.of(random.nextLong(micros(least), micros(most) + 1), ChronoUnit.MICROS);
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
