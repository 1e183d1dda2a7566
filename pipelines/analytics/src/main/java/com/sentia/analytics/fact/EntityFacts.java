package com.sentia.analytics.fact;

import java.util.List;

/**
 * One version of an entity with the facts it stands for.
 *
 * @param isLive false when it was deleted or cancelled; it may still stand for facts that tell so
 */
public record EntityFacts(EntityVersion version, boolean isLive, List<Fact> facts) {
    public EntityFacts {
        facts = List.copyOf(facts);
    }

    /** Of an entity that is live as long as it stands for anything. */
    public EntityFacts(EntityVersion version, List<Fact> facts) {
        this(version, !facts.isEmpty(), facts);
    }
}
