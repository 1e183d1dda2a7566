package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.FactDiff;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What the arrival of a version changed.
 *
 * @param cause the version; null when it was stale or repeated, and changed nothing
 */
@TypeInfo(VersionEffectSerializer.Factory.class)
public record VersionEffect(@Nullable Cause cause, FactDiff diff) {
    static final VersionEffect STALE = new VersionEffect(null, new FactDiff(List.of(), List.of()));
}
