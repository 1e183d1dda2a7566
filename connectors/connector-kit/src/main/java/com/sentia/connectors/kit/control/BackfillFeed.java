package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.schemas.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;

/** Reads a feed's backfill in turns of its own, so that live reading goes on beside it; without one its turns are empty. */
public final class BackfillFeed implements UnitFeed {
    /** A backfill that is asked for wakes it; this is only how often it is looked at in between. */
    private static final Duration WITHOUT_ONE = Duration.ofMinutes(1);

    private final FeedControl control;
    private final BackfillReader reader;
    private final FeedGauges gauges;
    private boolean stopped;

    public BackfillFeed(FeedControl control, BackfillReader reader, FeedGauges gauges) {
        this.control = control;
        this.reader = reader;
        this.gauges = gauges;
    }

    @Override
    public SourceUnit unit() {
        return control.unit();
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        Backfill backfill = control.backfill();
        if (backfill == null || control.isPaused()) {
            return List.of();
        }
        BackfillStep step = reader.read(backfill);
        List<Notice> notices = new ArrayList<>();
        if (backfill.isNew()) {
            notices.add(Notice.of(NoticeKind.BACKFILL_STARTED, backfill.id(), "reads " + backfill));
        }
        notices.addAll(step.notices());
        if (step.isLast()) {
            long sent = step.next().sent();
            notices.add(new Notice(
                    NoticeKind.BACKFILL_COMPLETED,
                    backfill.id(),
                    "read " + sent + (sent == 1 ? " record: " : " records: ") + backfill,
                    Map.of("records", sent)));
        }
        List<SourceRecord> records = control.step(step, notices);
        gauges.count(records);
        stopped = false;
        return records;
    }

    @Override
    public Duration pause() {
        return control.backfill() == null || control.isPaused() ? WITHOUT_ONE : Duration.ZERO;
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        // The live feed tells what is complete.
        return List.of();
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        // The answer is asked for again until it can be read; the live feed sets such answers aside.
        return List.of();
    }

    @Override
    public List<SourceRecord> stopped(SourceException.StopUnit problem) {
        Backfill backfill = control.backfill();
        if (stopped || backfill == null) {
            return List.of();
        }
        List<SourceRecord> told = control.tell(
                Notice.of(NoticeKind.BACKFILL_STOPPED, backfill.id(), String.valueOf(problem.getMessage())));
        stopped = !told.isEmpty();
        return told;
    }
}
