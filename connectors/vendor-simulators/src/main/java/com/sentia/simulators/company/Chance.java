package com.sentia.simulators.company;

import java.util.SplittableRandom;

/** Chance that is the same in every process: what is drawn depends on the seed and on whom it is drawn for, not on the order of asking. */
final class Chance {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private Chance() {}

    /** A sequence of its own for one subject and purpose. */
    static SplittableRandom of(long seed, String purpose, long... subject) {
        long mixed = mix(seed, purpose.hashCode());
        for (long part : subject) {
            mixed = mix(mixed, part);
        }
        return new SplittableRandom(mixed);
    }

    /** Whether one in so many holds for a subject. */
    static boolean isOneIn(int many, long seed, String purpose, long... subject) {
        return of(seed, purpose, subject).nextInt(many) == 0;
    }

    private static long mix(long before, long part) {
        long mixed = (before ^ part) * STRIDE;
        return mixed ^ (mixed >>> 29);
    }
}
