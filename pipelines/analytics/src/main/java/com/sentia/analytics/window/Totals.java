package com.sentia.analytics.window;

/** Exact arithmetic on rows of longs laid out as sum and number of facts per measure. Overflow throws. */
final class Totals {
    private Totals() {}

    static void add(long[] into, long[] values) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.addExact(into[i], values[i]);
        }
    }

    static void subtract(long[] from, long[] values) {
        for (int i = 0; i < from.length; i++) {
            from[i] = Math.subtractExact(from[i], values[i]);
        }
    }
}
