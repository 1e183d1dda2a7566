package com.sentia.analytics.fact;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the arrival of a version of an entity means.
 *
 * @param diff empty lists when the content is the same as before
 */
public record VersionStep(FactDiff diff, CauseKind kind) {

    /** Nothing when the version is the known one or an older one. */
    public static Optional<VersionStep> of(@Nullable EntityFacts known, EntityFacts arriving) {
        if (known == null) {
            return Optional.of(new VersionStep(FactDiff.between(List.of(), arriving.facts()), CauseKind.LATE));
        }
        if (arriving.version().compareTo(known.version()) <= 0) {
            return Optional.empty();
        }
        CauseKind kind = arriving.isLive() ? CauseKind.EDIT : CauseKind.CANCEL;
        return Optional.of(new VersionStep(FactDiff.between(known.facts(), arriving.facts()), kind));
    }
}
