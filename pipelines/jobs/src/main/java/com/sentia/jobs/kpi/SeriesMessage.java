package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.FactChange;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an entity means for one series.
 *
 * @param key {@link FactChange#key()}, or the total's
 * @param change null when the version changes nothing there
 * @param arrival only on the way to the total, which is told of every version and so can count them
 */
public record SeriesMessage(
        String key, @Nullable FactChange change, @Nullable Arrival arrival) {

    /** That a version came, for the counters. */
    public record Arrival(boolean isStale, int retractions, int additions) {}
}
