package com.sentia.verification.bench;

import java.util.Arrays;

/** Measured values, such as durations, in order of size. */
public final class Samples {
    private final double[] sorted;

    /** @param values at least one */
    public Samples(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    public int count() {
        return sorted.length;
    }

    /** The least value that at least this share of all values doesn't exceed (nearest rank). */
    public double percentile(double share) {
        if (share <= 0 || share > 100) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 100: " + share);
        }
        return sorted[(int) Math.ceil(share / 100 * sorted.length) - 1];
    }

    /** The middle one; of an even number the lower middle one. */
    public double median() {
        return percentile(50);
    }

    public double most() {
        return sorted[sorted.length - 1];
    }
}
