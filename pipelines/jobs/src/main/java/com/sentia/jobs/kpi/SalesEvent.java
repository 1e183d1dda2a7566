package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Fact;
import com.sentia.runtime.ProgressWatermarks;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnitProgress;
import org.jspecify.annotations.Nullable;

/** What the job reads: exactly one of the parts is there. */
public record SalesEvent(
        @Nullable EntityChange change,
        @Nullable UnitProgress progress,
        @Nullable Rejection rejection) {

    static SalesEvent of(EntityChange change) {
        return new SalesEvent(change, null, null);
    }

    static SalesEvent of(UnitProgress progress) {
        return new SalesEvent(null, progress, null);
    }

    static SalesEvent of(Rejection rejection) {
        return new SalesEvent(null, null, rejection);
    }

    /** What watermarks need to know of an event. */
    record WatermarkAccess() implements ProgressWatermarks.Access<SalesEvent> {

        @Override
        public @Nullable UnitProgress progress(SalesEvent event) {
            return event.progress();
        }

        @Override
        public long earliestMicros(SalesEvent event) {
            EntityChange change = event.change();
            return change == null
                    ? Long.MAX_VALUE
                    : change.facts().facts().stream()
                            .mapToLong(Fact::timeMicros)
                            .min()
                            .orElse(Long.MAX_VALUE);
        }
    }
}
