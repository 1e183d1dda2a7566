package com.sentia.normalizer.mapping;

import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
import java.util.List;
import java.util.Optional;

/** Turns one upserted raw record into the facts it makes up now; none when it is no business of ours. */
@FunctionalInterface
public interface PayloadMapper {
    /**
     * The facts in the order they should be sent, each with the raw record's version and op UPSERT.
     *
     * @throws UnmappableException when any part of the payload breaks a rule; then none of it may go on
     */
    List<Fact> map(RawRecord raw) throws UnmappableException;

    /** The topic a record is meant for, where that depends on the record; its dead letters take what can't be mapped. */
    default Optional<Topic> target(RawRecord raw) {
        return Optional.empty();
    }
}
