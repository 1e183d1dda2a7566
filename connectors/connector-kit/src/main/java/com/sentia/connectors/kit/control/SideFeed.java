package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.schemas.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * What is read beside a stream. It pauses with the stream where it belongs to it, and where the vendor refuses it people are told, once
 * in a run of the task: the stream's own state says nothing of it.
 */
public final class SideFeed implements UnitFeed {
    /** A resumed stream wakes it; this is only how often it is looked at in between. */
    private static final Duration WHILE_PAUSED = Duration.ofMinutes(1);

    private final UnitFeed feed;
    private final String what;
    private final FeedControl control;
    private final boolean pausesWithStream;
    private boolean told;

    private SideFeed(UnitFeed feed, String what, FeedControl control, boolean pausesWithStream) {
        this.feed = feed;
        this.what = what;
        this.control = control;
        this.pausesWithStream = pausesWithStream;
    }

    /**
     * A part of the stream: while that is paused it is not read either.
     *
     * @param what names it to people
     */
    public static SideFeed of(String what, UnitFeed feed, FeedControl control) {
        return new SideFeed(feed, what, control, true);
    }

    /** Something of the whole unit, which the control only tells of. */
    public static SideFeed toldBy(FeedControl control, String what, UnitFeed feed) {
        return new SideFeed(feed, what, control, false);
    }

    @Override
    public SourceUnit unit() {
        return feed.unit();
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        if (isPaused()) {
            return List.of();
        }
        List<SourceRecord> records = feed.read();
        if (!told) {
            return records;
        }
        List<SourceRecord> all = new ArrayList<>(records);
        all.addAll(
                control.tell(Notice.of(NoticeKind.UNIT_READS_AGAIN, null, what + ": the vendor no longer refuses it")));
        told = false;
        return all;
    }

    @Override
    public Duration pause() {
        return isPaused() ? WHILE_PAUSED : feed.pause();
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
        if (told) {
            return List.of();
        }
        List<SourceRecord> news =
                control.tell(Notice.of(NoticeKind.UNIT_STOPPED, null, what + ": " + problem.getMessage()));
        told = !news.isEmpty();
        return news;
    }

    private boolean isPaused() {
        return pausesWithStream && control.isPaused();
    }
}
