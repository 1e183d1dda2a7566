package com.sentia.connectors.kit;

import java.time.Instant;
import java.util.Optional;

/** A feed that follows the vendor for ever, and can be told to begin anew. */
public interface LiveFeed extends UnitFeed {
    /** Up to when it is known to be complete; empty before it was read to its end once. */
    Optional<Instant> completeTo();

    /** Where it would stand if it began anew; what is known to be complete stays so. */
    SourcePosition beginning();

    /** Begins anew: everything is read, and handed on, again. */
    void beginAgain();
}
