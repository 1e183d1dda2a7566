package com.sentia.analytics.fact;

/**
 * Buckets of numbers that are nearly the same: each number is within 1 % of what stands for its bucket.
 *
 * <p>Their bounds grow by {@code γ = (1 + α) / (1 − α)} with α = 0.005, as in DDSketch (Masson, Rim, Lee: DDSketch, VLDB 2019);
 * numbers below 100 have a bucket each, and what rounding to a whole number adds stays below the other half of the 1 %.
 * Counts per bucket can be added, and taken back.
 */
public final class Buckets {
    private static final double ALPHA = 0.005;
    private static final double GAMMA = (1 + ALPHA) / (1 - ALPHA);
    private static final double LOG_GAMMA = StrictMath.log(GAMMA);

    private Buckets() {}

    /** Buckets are in the order of their numbers; that of 0 is 0. */
    public static long of(long number) {
        if (number == 0) {
            return 0;
        }
        long bucket = 1 + (long) StrictMath.ceil(StrictMath.log(StrictMath.abs((double) number)) / LOG_GAMMA);
        return number < 0 ? -bucket : bucket;
    }

    /** What stands for the numbers of a bucket. */
    public static long number(long bucket) {
        if (bucket == 0) {
            return 0;
        }
        double number = 2 * StrictMath.pow(GAMMA, (double) (Math.abs(bucket) - 1)) / (GAMMA + 1);
        return Math.round(bucket < 0 ? -number : number);
    }
}
