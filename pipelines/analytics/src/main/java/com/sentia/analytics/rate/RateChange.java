package com.sentia.analytics.rate;

import com.sentia.analytics.fact.Cause;
import java.util.List;

/**
 * What a version of a rate changes.
 *
 * @param cause the version
 * @param stretches days on which another rate is applied now, in their order
 */
public record RateChange(Cause cause, String currency, List<Stretch> stretches) {
    /** No day: before every day, and after every day. */
    public static final long BEFORE_ALL = Long.MIN_VALUE;

    public static final long AFTER_ALL = Long.MAX_VALUE;

    public RateChange {
        stretches = List.copyOf(stretches);
    }

    /**
     * Successive days on which one rate gave way to another.
     *
     * @param from first day, or {@link #BEFORE_ALL}
     * @param to first day after it, or {@link #AFTER_ALL}
     */
    public record Stretch(long from, long to, AppliedRate before, AppliedRate after) {
        public boolean holds(long day) {
            return from <= day && day < to;
        }
    }
}
