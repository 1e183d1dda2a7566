package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.DailyDemand.Day;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * By how many units a version moved what was sold of an article on a business day.
 *
 * @param cause the version, under a name that is the day's own
 */
@TypeInfo(DemandMoveSerializer.Factory.class)
public record DemandMove(Day day, long units, Cause cause) {
    private static final String SEPARATOR = "\u001f";

    /** The day's, among those of all articles. */
    String key() {
        return day.sku() + SEPARATOR + day.date();
    }
}
