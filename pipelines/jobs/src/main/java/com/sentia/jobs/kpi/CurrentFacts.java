package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.Fact;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * All facts that an entity stands for now; a {@link VersionEffect} has only what changed.
 *
 * @param key of the entity
 * @param cause its highest version; null when the entity is forgotten
 * @param unchangedSinceMicros of a forgotten entity: one that has changed at or after this is not forgotten, UTC
 */
@TypeInfo(CurrentFactsSerializer.Factory.class)
public record CurrentFacts(String key, @Nullable Cause cause, long unchangedSinceMicros, List<Fact> facts) {
    static CurrentFacts of(Cause cause, List<Fact> facts) {
        return new CurrentFacts(cause.key(), cause, 0, facts);
    }

    static CurrentFacts forgotten(String key, long unchangedSinceMicros) {
        return new CurrentFacts(key, null, unchangedSinceMicros, List.of());
    }
}
