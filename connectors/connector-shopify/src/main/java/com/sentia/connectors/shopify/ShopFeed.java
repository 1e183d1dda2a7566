package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.schemas.codec.RegistryUnavailableException;
import com.sentia.schemas.codec.UnregisteredSchemaException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream of one shop, read in the order of the last change. A pass goes from a little before the newest record read to the
 * end of the feed; at its end, when the shop's own count agrees, the feed is complete up to the shop's clock then. Changes made
 * while a pass pages move records to its end, so that none is missed.
 */
final class ShopFeed implements UnitFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ShopFeed.class);

    private final SourceUnit unit;
    private final Pages pages;
    private final Gathering gathering;
    private final Completion completion;
    private final Emission emission;
    private final SourceRecords records;
    private final FeedTiming timing;
    private final Clock clock;

    private Cursor cursor;
    private @Nullable FeedWindow window;
    private boolean tokenIsOld;
    private @Nullable Instant completeTo;
    private Instant toldAt = Instant.MIN;
    private Duration pause = Duration.ZERO;
    private boolean behind = true;
    private int gaps;

    /**
     * @param seen shared with gathering, which leaves out what it holds
     * @param restored where an earlier run stood; null at the first
     */
    ShopFeed(
            SourceUnit unit,
            Pages pages,
            Gathering gathering,
            Completion completion,
            SeenRecords seen,
            SourceRecords records,
            FeedTiming timing,
            Clock clock,
            @Nullable Cursor restored) {
        this.unit = unit;
        this.pages = pages;
        this.gathering = gathering;
        this.completion = completion;
        this.emission = new Emission(unit.entity(), records, seen, timing.overlap());
        this.records = records;
        this.timing = timing;
        this.clock = clock;
        this.cursor = restored == null ? Cursor.atStart(timing.backfillFrom()) : restored;
        this.window = cursor.window() == null ? null : new FeedWindow(cursor.window());
        this.tokenIsOld = cursor.pageToken() != null;
        LOG.info("event=feed-opened unit={} floor={} from={}", unit, timing.backfillFrom(), cursor.updatedAt());
    }

    @Override
    public SourceUnit unit() {
        return unit;
    }

    @Override
    public Duration pause() {
        return pause;
    }

    /** Whether there is more to read, as far as the last step told; so it is before the first. */
    boolean isBehind() {
        return behind;
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        FeedWindow open = window == null ? FeedWindow.startingAt(passStart()) : window;
        Gathered got = gather(open);
        Completion.Outcome outcome = completion.complete(got.drafts(), got.toFetch());
        open.add(got.ids());
        Instant last = got.newestAt() == null ? cursor.updatedAt() : got.newestAt();
        Ending ending = Ending.of(unit, open, got, last, timing.recordsPerWindow(), pages);
        return encoded(() -> step(outcome, got, ending));
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        if (completeTo == null || now.isBefore(toldAt.plus(timing.heartbeatInterval()))) {
            return List.of();
        }
        try {
            Instant known = completeTo;
            List<SourceRecord> told = encoded(() -> records.progress(known, now, cursor));
            toldAt = now;
            return told;
        } catch (SourceException e) {
            LOG.warn("event=heartbeat-skipped unit={} why=\"{}\"", unit, e.getMessage());
            return List.of();
        }
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        try {
            return encoded(() -> List.of(records.rejected(
                    "answer",
                    problem.reason(),
                    String.valueOf(problem.getMessage()),
                    problem.raw(),
                    clock.instant(),
                    cursor)));
        } catch (SourceException e) {
            LOG.warn("event=dead-letter-postponed unit={} why=\"{}\"", unit, e.getMessage());
            return List.of();
        }
    }

    /** A position from before a restart may have died with its session; then the window is read from the newest record on. */
    private Gathered gather(FeedWindow open) throws SourceException {
        try {
            Gathered got = gathering.gather(open, cursor.pageToken());
            tokenIsOld = false;
            return got;
        } catch (SourceException.StopUnit e) {
            if (!tokenIsOld) {
                throw e;
            }
            LOG.warn("event=position-refused unit={} why=\"{}\"", unit, e.getMessage());
            tokenIsOld = false;
            cursor = cursor.closed();
            window = null;
            throw new SourceException.Retry("the position of an earlier run is refused", e);
        }
    }

    private List<SourceRecord> step(Completion.Outcome outcome, Gathered got, Ending ending) {
        Instant now = clock.instant();
        Cursor after = after(got, ending);
        Emission.Emitted emitted = emission.emit(outcome, now, cursor, after);
        List<SourceRecord> out = new ArrayList<>(emitted.records());
        if (ending.isComplete()) {
            out.addAll(progress(got.date().minus(timing.completenessDelay()), !out.isEmpty(), now, after));
        }
        // From here on nothing fails: a step counts as done whole, or is done again whole.
        emission.handedOn(emitted, got.date(), after);
        cursor = after;
        window = ending.window();
        gaps = ending.isGap() ? gaps + 1 : 0;
        behind = !ending.isComplete() && gaps < 2;
        pause = behind ? Duration.ZERO : timing.pollInterval();
        return out;
    }

    private List<SourceRecord> progress(Instant reached, boolean withData, Instant now, Cursor after) {
        Instant known = completeTo;
        Instant told = known == null || reached.isAfter(known) ? reached : known;
        if (told.equals(known) && !withData) {
            return List.of();
        }
        List<SourceRecord> out = records.progress(told, now, after);
        if (known == null) {
            LOG.info("event=feed-caught-up unit={} complete_to={}", unit, told);
        }
        completeTo = told;
        toldAt = now;
        return out;
    }

    private Cursor after(Gathered got, Ending ending) {
        Instant at = got.newestAt();
        if (at == null || at.isBefore(cursor.updatedAt())) {
            return ending.cursor(cursor.updatedAt(), cursor.id());
        }
        return ending.cursor(at, Gid.number(got.newestId()));
    }

    private Instant passStart() {
        Instant start = cursor.updatedAt().minus(timing.overlap());
        return start.isBefore(timing.backfillFrom()) ? timing.backfillFrom() : start;
    }

    /** Nothing of the feed changes unless the records could be encoded. */
    private static List<SourceRecord> encoded(Supplier<List<SourceRecord>> work) throws SourceException {
        try {
            return work.get();
        } catch (RegistryUnavailableException e) {
            throw new SourceException.Retry("the schema registry does not answer", e);
        } catch (UnregisteredSchemaException e) {
            throw new SourceException.StopUnit(String.valueOf(e.getMessage()));
        }
    }
}
