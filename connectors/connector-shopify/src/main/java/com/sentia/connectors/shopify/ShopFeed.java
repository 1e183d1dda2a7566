package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.control.Notice;
import com.sentia.connectors.kit.control.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream of one shop, read in the order of the last change. A pass goes from a little before the newest record read to the
 * end of the feed; at its end, when the shop's own count agrees, the feed is complete up to the shop's clock then. Changes made
 * while a pass pages move records to its end, so that none is missed.
 */
final class ShopFeed implements LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ShopFeed.class);
    /** A gap is told when reading the window again did not close it. */
    private static final int LASTING_GAP = 2;

    private final SourceUnit unit;
    private final Pages pages;
    private final Gathering gathering;
    private final Completion completion;
    private final SeenRecords seen;
    private final Emission emission;
    private final ProgressNews news;
    private final Notices notices;
    private final FeedTiming timing;
    private final UnaryOperator<Cursor> keeping;
    private final Clock clock;

    /** Looked at by other threads too. */
    private volatile Cursor cursor;

    private @Nullable FeedWindow window;
    private boolean tokenIsOld;
    private Duration pause = Duration.ZERO;
    private boolean behind = true;
    private int gaps;

    /**
     * @param seen shared with gathering, which leaves out what it holds
     * @param keeping makes of a position one that may be kept
     * @param restored where an earlier run stood; null at the first
     */
    ShopFeed(
            SourceUnit unit,
            Pages pages,
            Gathering gathering,
            Completion completion,
            SeenRecords seen,
            SourceRecords records,
            Notices notices,
            FeedTiming timing,
            UnaryOperator<Cursor> keeping,
            Clock clock,
            @Nullable Cursor restored) {
        this.unit = unit;
        this.pages = pages;
        this.gathering = gathering;
        this.completion = completion;
        this.seen = seen;
        this.emission = new Emission(unit.entity(), records, seen, timing.overlap());
        this.news = new ProgressNews(records, timing.heartbeatInterval(), clock);
        this.notices = notices;
        this.timing = timing;
        this.keeping = keeping;
        this.clock = clock;
        Cursor first = restored == null ? Cursor.atStart(timing.backfillFrom()) : restored;
        Cursor.Window unfinished = first.window();
        this.cursor = first;
        this.window = unfinished == null ? null : new FeedWindow(unfinished, null);
        this.tokenIsOld = first.pageToken() != null;
        LOG.info("event=feed-opened unit={} floor={} from={}", unit, timing.backfillFrom(), first.updatedAt());
    }

    @Override
    public SourceUnit unit() {
        return unit;
    }

    @Override
    public Duration pause() {
        return pause;
    }

    /** Where it stands. */
    Cursor cursor() {
        return cursor;
    }

    /** Goes on from there, a new window begun. */
    void moveTo(Cursor there) {
        cursor = there;
        window = null;
        tokenIsOld = false;
        behind = true;
        pause = Duration.ZERO;
    }

    /** Whether there is more to read, as far as the last step told; so it is before the first. */
    boolean isBehind() {
        return behind;
    }

    @Override
    public Optional<Instant> completeTo() {
        return Optional.ofNullable(cursor.completeTo());
    }

    @Override
    public SourcePosition beginning() {
        return position(start());
    }

    @Override
    public void beginAgain() {
        cursor = start();
        window = null;
        tokenIsOld = false;
        seen.clear();
        behind = true;
        pause = Duration.ZERO;
        LOG.info("event=feed-begins-again unit={} from={}", unit, cursor.updatedAt());
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        FeedWindow open = window == null ? FeedWindow.startingAt(passStart()) : window;
        Gathered got = gather(open);
        Completion.Outcome outcome = completion.complete(got.drafts(), got.toFetch());
        open.add(got.ids());
        Instant last = got.newestAt() == null ? cursor.updatedAt() : got.newestAt();
        Ending ending = Ending.of(unit, open, got, last, timing.recordsPerWindow(), pages);
        return RecordEncoder.guarded(() -> step(outcome, got, open, ending));
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        return news.heartbeat(cursor.completeTo(), now, position(cursor));
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        return news.setAside(problem, position(cursor));
    }

    /** A position from before a restart may have died with its session; then its window is read anew, so that all of it is counted. */
    private Gathered gather(FeedWindow open) throws SourceException {
        try {
            Gathered got = gathering.gather(open.search(), cursor.pageToken());
            tokenIsOld = false;
            return got;
        } catch (SourceException.StopUnit e) {
            if (!tokenIsOld) {
                throw e;
            }
            LOG.warn("event=position-refused unit={} why=\"{}\"", unit, e.getMessage());
            tokenIsOld = false;
            cursor = cursor.again();
            window = open.again(open.from());
            throw new SourceException.Retry("the position of an earlier run is refused", e);
        }
    }

    private List<SourceRecord> step(Completion.Outcome outcome, Gathered got, FeedWindow open, Ending ending) {
        Instant now = clock.instant();
        Cursor after = after(got, ending);
        int gapsNow = ending.isComplete() ? 0 : ending.isGap() ? gaps + 1 : gaps;
        Emission.Emitted emitted = emission.emit(outcome, now, position(cursor), position(after));
        List<SourceRecord> out = new ArrayList<>(emitted.records());
        if (ending.isComplete()) {
            out.addAll(progress(after, !out.isEmpty(), now));
        } else if (ending.isGap() && gapsNow == LASTING_GAP) {
            String where = "records changed since " + open.from();
            Notice gap = Notice.gap(null, where, ending.counted(), ending.read());
            out.addAll(notices.of(unit, gap, position(after)));
        }
        // From here on nothing fails: a step counts as done whole, or is done again whole.
        emission.handedOn(emitted, got.date(), after);
        cursor = after;
        window = ending.window();
        gaps = gapsNow;
        behind = !ending.isComplete() && (!ending.isGap() || gaps < LASTING_GAP);
        pause = behind ? Duration.ZERO : timing.pollInterval();
        return out;
    }

    private List<SourceRecord> progress(Cursor after, boolean withRecords, Instant now) {
        Instant known = cursor.completeTo();
        Instant told = after.completeTo();
        if (told == null || (told.equals(known) && !withRecords)) {
            return List.of();
        }
        if (known == null) {
            LOG.info("event=feed-caught-up unit={} complete_to={}", unit, told);
        }
        return news.tell(told, now, position(after));
    }

    private Cursor after(Gathered got, Ending ending) {
        Instant completeTo = ending.isComplete() ? completeTo(got) : cursor.completeTo();
        Instant at = got.newestAt();
        if (at == null || at.isBefore(cursor.updatedAt())) {
            return ending.cursor(cursor.updatedAt(), cursor.id(), completeTo);
        }
        return ending.cursor(at, Gid.number(got.newestId()), completeTo);
    }

    /** It never goes back. */
    private Instant completeTo(Gathered got) {
        Instant reached = got.date().minus(timing.completenessDelay());
        Instant known = cursor.completeTo();
        return known == null || reached.isAfter(known) ? reached : known;
    }

    private Cursor start() {
        return Cursor.atStart(timing.backfillFrom()).completeTo(cursor.completeTo());
    }

    private SourcePosition position(Cursor at) {
        return SourcePosition.of(unit, keeping.apply(at));
    }

    private Instant passStart() {
        Instant start = cursor.updatedAt().minus(timing.overlap());
        return start.isBefore(timing.backfillFrom()) ? timing.backfillFrom() : start;
    }
}
