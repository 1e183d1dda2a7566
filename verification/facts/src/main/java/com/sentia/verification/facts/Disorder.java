package com.sentia.verification.facts;

import java.time.Duration;

/**
 * How far arrivals are brought out of order.
 *
 * @param seed the same seed brings about the same disorder
 * @param shuffledWithin arrivals within such a time change places at random; zero leaves them
 * @param duplicatePercent so many come a second time, some of them much later
 * @param latePercent so many come late
 * @param latestBy late ones by up to this
 */
public record Disorder(long seed, Duration shuffledWithin, int duplicatePercent, int latePercent, Duration latestBy) {
    /** What a bad day looks like: hours of shuffling, a tenth doubled, a twentieth up to three days late. */
    public static Disorder bad(long seed) {
        return new Disorder(seed, Duration.ofHours(2), 10, 5, Duration.ofDays(3));
    }

    Duration delay(Chance chance) {
        Duration shuffled = shuffledWithin.isZero() ? Duration.ZERO : chance.between(Duration.ZERO, shuffledWithin);
        return chance.in(latePercent) ? shuffled.plus(chance.between(Duration.ZERO, latestBy)) : shuffled;
    }
}
