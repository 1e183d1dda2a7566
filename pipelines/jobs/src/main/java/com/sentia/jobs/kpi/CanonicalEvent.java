package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Fact;
import com.sentia.runtime.ProgressWatermarks;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnitProgress;
import org.jspecify.annotations.Nullable;

/** What the job reads: exactly one of the parts is there. */
public record CanonicalEvent(
        @Nullable EntityChange change,
        @Nullable UnitProgress progress,
        @Nullable Rejection rejection) {

    static CanonicalEvent of(EntityChange change) {
        return new CanonicalEvent(change, null, null);
    }

    static CanonicalEvent of(UnitProgress progress) {
        return new CanonicalEvent(null, progress, null);
    }

    static CanonicalEvent of(Rejection rejection) {
        return new CanonicalEvent(null, null, rejection);
    }

    /** What watermarks need to know of an event. */
    record WatermarkAccess() implements ProgressWatermarks.Access<CanonicalEvent> {

        @Override
        public @Nullable UnitProgress progress(CanonicalEvent event) {
            return event.progress();
        }

        @Override
        public long earliestMicros(CanonicalEvent event) {
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
