package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.JobCursor;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.control.Notice;
import com.sentia.connectors.kit.control.Notices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream of one shop from its beginning on: what lies before the first look is read by bulk operations where that is quicker,
 * and everything from there on by pages. How far the operations are stands in the feed's own cursor.
 */
final class ShopHistory implements LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ShopHistory.class);
    /** Stands for the newest record before paging begins; paging goes back behind it by the overlap. */
    private static final String NO_ID = "0";

    private final ShopFeed live;
    private final Optional<BulkReading> bulk;
    private final Notices notices;
    private boolean undecided;
    private boolean waiting;

    /** @param bulk empty for a stream that can't be read so */
    ShopHistory(ShopFeed live, Optional<BulkReading> bulk, Notices notices) {
        this.live = live;
        this.bulk = bulk;
        this.notices = notices;
        this.undecided = live.cursor().job() == null && isAtStart(live.cursor());
    }

    @Override
    public SourceUnit unit() {
        return live.unit();
    }

    /** Whether there is more to read now; while an operation runs there is not. */
    boolean isBehind() {
        return isPaging() ? live.isBehind() : !waiting;
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        if (undecided) {
            Instant from = live.cursor().updatedAt();
            if (bulk.isPresent() && bulk.get().isWanted(from, null)) {
                JobCursor begun = bulk.get().begin(from, null);
                live.moveTo(live.cursor().reading(begun));
            }
            undecided = false;
        }
        JobCursor job = live.cursor().job();
        return job == null || bulk.isEmpty() ? live.read() : readOn(job, bulk.get());
    }

    private List<SourceRecord> readOn(JobCursor job, BulkReading by) throws SourceException {
        waiting = true;
        BulkStep step = by.step(job);
        Cursor after = after(step);
        List<SourceRecord> records = RecordEncoder.guarded(() -> {
            SourcePosition position = SourcePosition.of(unit(), after);
            List<SourceRecord> out =
                    new ArrayList<>(step.records().at(SourcePosition.of(unit(), live.cursor()), position));
            for (Notice notice : step.notices()) {
                out.addAll(notices.of(unit(), notice, position));
            }
            return out;
        });
        waiting = false;
        live.moveTo(after);
        return records;
    }

    private Cursor after(BulkStep step) {
        Cursor now = live.cursor();
        return switch (step.kind()) {
            case GOES_ON -> now.reading(step.at());
            case DONE -> {
                LOG.info("event=history-read unit={} to={}", unit(), step.at().end());
                yield new Cursor(step.at().end(), NO_ID, null, null, now.completeTo());
            }
            case BY_PAGES -> new Cursor(step.at().from(), NO_ID, null, null, now.completeTo());
        };
    }

    @Override
    public Duration pause() {
        return isPaging() ? live.pause() : Duration.ZERO;
    }

    @Override
    public Optional<Instant> completeTo() {
        return live.completeTo();
    }

    @Override
    public SourcePosition beginning() {
        return live.beginning();
    }

    @Override
    public void beginAgain() {
        live.beginAgain();
        undecided = true;
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        return live.heartbeat(now);
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        return live.setAside(problem);
    }

    private boolean isPaging() {
        return !undecided && live.cursor().job() == null;
    }

    private static boolean isAtStart(Cursor cursor) {
        return cursor.id().isEmpty() && cursor.window() == null;
    }
}
