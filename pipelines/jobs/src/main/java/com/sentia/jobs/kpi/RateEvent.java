package com.sentia.jobs.kpi;

import com.sentia.analytics.rate.RateVersion;
import com.sentia.runtime.Rejection;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/** What the job reads of rates: a version, a record set aside, or neither where there is nothing to do. */
public record RateEvent(
        @TypeInfo(RateVersionSerializer.Factory.class) @Nullable
        RateVersion version,

        @Nullable Rejection rejection) {
    static final RateEvent NONE = new RateEvent(null, null);

    static RateEvent of(RateVersion version) {
        return new RateEvent(version, null);
    }

    static RateEvent of(Rejection rejection) {
        return new RateEvent(null, rejection);
    }
}
