package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.runtime.Position;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A version of an entity as it came in.
 *
 * @param key kind, unit and id: identifies the entity's state and, in the ledger, a cause
 * @param levelAt of something that stands at a level, the instant (UTC, microseconds) from which it stands so; then the facts
 *     are what it stands at, not what happened
 */
@TypeInfo(EntityChangeSerializer.Factory.class)
public record EntityChange(
        String key,
        EntityFacts facts,
        Position position,
        @Nullable Long levelAt) {
    /** Of an entity that stands for what happened. */
    public EntityChange(String key, EntityFacts facts, Position position) {
        this(key, facts, position, null);
    }
}
