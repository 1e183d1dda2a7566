package com.sentia.connectors.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/** One unit's feed, read step by step. A step that fails has changed nothing. */
public interface UnitFeed {
    /** The feed this is. */
    SourceUnit unit();

    /** Reads on: the records of the next step, all of one poll, or none. */
    List<SourceRecord> read() throws SourceException;

    /** How long to wait after a step that succeeded; zero while there is more to read. */
    Duration pause();

    /** Repeats what is known to be complete; empty when nothing is known or it was told lately. */
    List<SourceRecord> heartbeat(Instant now);

    /** The dead letter for something set aside that no record can stand for. */
    List<SourceRecord> setAside(SourceException.SetAside problem);

    /** What there is to tell of being refused; empty when it was told before, or nobody is told. */
    default List<SourceRecord> stopped(SourceException.StopUnit problem) {
        return List.of();
    }

    /** Hears what it is doing, after each of its turns. */
    default void enter(FeedState state) {
        // Most feeds have nobody to tell it to.
    }
}
