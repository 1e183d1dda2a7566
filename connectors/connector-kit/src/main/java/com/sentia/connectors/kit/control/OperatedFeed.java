package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.FeedState;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A feed that people can pause, that tells them what happens to it, and shows how it stands. While it is paused it goes on repeating
 * what is known to be complete, and completes nothing more.
 */
public final class OperatedFeed implements UnitFeed {
    /** A resumed feed is woken; this is only how often it is looked at in between. */
    private static final Duration WHILE_PAUSED = Duration.ofMinutes(1);

    private final UnitFeed feed;
    private final FeedControl control;
    private final FeedGauges gauges;
    private final VersionWatch version;

    public OperatedFeed(UnitFeed feed, FeedControl control, FeedGauges gauges, VersionWatch version) {
        this.feed = feed;
        this.control = control;
        this.gauges = gauges;
        this.version = version;
    }

    @Override
    public SourceUnit unit() {
        return feed.unit();
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        if (control.isPaused()) {
            return List.of();
        }
        List<SourceRecord> records = feed.read();
        gauges.count(records);
        List<SourceRecord> news = control.readsAgain();
        if (news.isEmpty()) {
            return records;
        }
        List<SourceRecord> all = new ArrayList<>(records);
        all.addAll(news);
        return all;
    }

    @Override
    public Duration pause() {
        return control.isPaused() ? WHILE_PAUSED : feed.pause();
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        List<SourceRecord> records = feed.heartbeat(now);
        if (!version.isDue(now)) {
            return records;
        }
        List<SourceRecord> warning = control.tell(version.notice(now));
        if (warning.isEmpty()) {
            return records;
        }
        version.told(now);
        List<SourceRecord> all = new ArrayList<>(records);
        all.addAll(warning);
        return all;
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        List<SourceRecord> records = feed.setAside(problem);
        gauges.count(records);
        return records;
    }

    @Override
    public List<SourceRecord> stopped(SourceException.StopUnit problem) {
        return control.stopped(String.valueOf(problem.getMessage()));
    }

    @Override
    public void enter(FeedState state) {
        gauges.enter(control.isPaused() ? FeedState.PAUSED : state);
    }
}
