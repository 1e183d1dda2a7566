package com.sentia.analytics.rate;

/**
 * The rate that amounts of one currency and day are converted by.
 *
 * @param nanos billionths of the business currency for one unit; 0 where no rate of the currency is known
 * @param isEstimated whether it is another day's, for want of the day's own
 */
public record AppliedRate(long nanos, boolean isEstimated) {
    /** No rate of the currency is known: its amounts count nothing. */
    public static final AppliedRate MISSING = new AppliedRate(0, false);

    public boolean isMissing() {
        return nanos == 0;
    }
}
