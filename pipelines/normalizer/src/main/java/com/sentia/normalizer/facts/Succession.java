package com.sentia.normalizer.facts;

import com.sentia.schemas.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the facts of a record's versions follow on one another. */
@FunctionalInterface
public interface Succession {
    /**
     * The step from what was known to what a newer version says.
     *
     * @param before null when nothing was known
     * @param found the facts the version makes up; none when it deletes the record
     */
    FactChanges between(@Nullable KnownFacts before, Version version, List<Fact> found);
}
