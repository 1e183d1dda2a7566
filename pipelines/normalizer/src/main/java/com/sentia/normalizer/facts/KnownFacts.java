package com.sentia.normalizer.facts;

import com.sentia.schemas.Version;
import java.util.List;

/**
 * All that has gone out for one raw record.
 *
 * <p>Whole facts are kept, not their hashes: a DELETE must repeat what was last known, and equality is then exact.
 *
 * @param version the highest version seen
 * @param facts each fact as it last went out, ended ones too
 */
public record KnownFacts(Version version, List<Fact> facts) {
    public KnownFacts {
        facts = List.copyOf(facts);
    }
}
