package com.sentia.connectors.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A feed that leaves the ids of the records it hands on with those known.
 *
 * @param feed the feed itself
 * @param records makes its records
 * @param known of the same unit; ids that are no numbers are left out
 */
public record RememberedFeed(UnitFeed feed, SourceRecords records, KnownIds known) implements UnitFeed {
    @Override
    public SourceUnit unit() {
        return feed.unit();
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        List<SourceRecord> read = feed.read();
        for (SourceRecord record : read) {
            records.idOf(record).filter(id -> id.matches("\\d{1,18}")).ifPresent(id -> known.add(Long.parseLong(id)));
        }
        return read;
    }

    @Override
    public Duration pause() {
        return feed.pause();
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        return feed.heartbeat(now);
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        return feed.setAside(problem);
    }

    @Override
    public List<SourceRecord> stopped(SourceException.StopUnit problem) {
        return feed.stopped(problem);
    }

    @Override
    public void enter(FeedState state) {
        feed.enter(state);
    }
}
