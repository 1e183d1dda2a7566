package com.sentia.analytics.fact;

/** The product of a figure and its instant in whole seconds since the epoch, as {@code high · 2³² + low} with 0 ≤ low < 2³². */
public final class Moments {
    private static final int LOW_BITS = 32;
    private static final long LOW = (1L << LOW_BITS) - 1;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private Moments() {}

    public static long high(long figure, long timeMicros) {
        long seconds = Math.floorDiv(timeMicros, MICROS_PER_SECOND);
        return (Math.multiplyHigh(figure, seconds) << LOW_BITS) | ((figure * seconds) >>> LOW_BITS);
    }

    public static long low(long figure, long timeMicros) {
        return (figure * Math.floorDiv(timeMicros, MICROS_PER_SECOND)) & LOW;
    }
}
