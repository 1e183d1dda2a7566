package com.sentia.simulators.factory;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same seed, day and thing, in whatever order things are asked for. */
public final class Chance {
    private static final long DAY_FACTOR = 1_000_003L;
    private static final double MILLION = 1_000_000.0;

    private final SplittableRandom random;

    /** What falls to a thing on a day, counted from the epoch. */
    public Chance(long seed, long day, String thing) {
        this.random = new SplittableRandom(seed * DAY_FACTOR + day * 31 + thing.hashCode());
    }

    /** From {@code least} to {@code most}, both included. */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** A part of a whole: of every million from {@code least} to {@code most}. */
    long share(long whole, long least, long most) {
        return Math.round(whole * (between(least, most) / MILLION));
    }

    /** Whether something happens that does {@code perMille} times in a thousand. */
    public boolean happens(long perMille) {
        return between(1, 1_000) <= perMille;
    }

    <T> T oneOf(List<T> things) {
        return things.get((int) between(0, things.size() - 1));
    }
}
