package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.FeedState;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A feed that takes a step only when everything it depends on holds.
 *
 * @param feed the feed itself
 * @param preconditions checked before each step, in this order
 */
record GuardedFeed(UnitFeed feed, List<Precondition> preconditions) implements UnitFeed {
    @Override
    public SourceUnit unit() {
        return feed.unit();
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        for (Precondition precondition : preconditions) {
            precondition.check();
        }
        return feed.read();
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
