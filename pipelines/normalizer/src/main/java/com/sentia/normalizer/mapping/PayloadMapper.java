package com.sentia.normalizer.mapping;

import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.RawRecord;
import java.util.List;

/** Turns one upserted raw record into the facts it makes up now; none when it is no business of ours. */
@FunctionalInterface
public interface PayloadMapper {
    /**
     * The facts in the order they should be sent, each with the raw record's version and op UPSERT.
     *
     * @throws UnmappableException when any part of the payload breaks a rule; then none of it may go on
     */
    List<Fact> map(RawRecord raw) throws UnmappableException;
}
