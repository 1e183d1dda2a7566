package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stock levels of one shop, location by location: what changed since the last pass, and from time to time all of them, as what an
 * item costs changes without its levels. Shopify does not count levels, so that a pass is known to be complete by this: each window
 * was read to its end, none holds more than Shopify pages through, and together they leave out no instant.
 */
final class LevelFeed implements LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(LevelFeed.class);
    private static final SeenRecords NONE = new SeenRecords();

    private final SourceUnit unit;
    private final ShopifyClient client;
    private final StreamSettings how;
    private final Duration fullInterval;
    private final Completion completion;
    private final SeenRecords seen;
    private final Emission emission;
    private final ProgressNews news;
    private final Clock clock;

    /** Update times seen in the window, where to divide it if it holds too many. */
    private final List<Instant> times = new ArrayList<>();

    /** Looked at by other threads too. */
    private volatile LevelCursor cursor;

    private @Nullable List<String> locations;
    private boolean tokenIsOld;
    private Duration pause = Duration.ZERO;

    /**
     * The levels of a shop.
     *
     * @param fullInterval how often all levels are read, by the shop's clock
     * @param seen shared with emission
     * @param restored where an earlier run stood; null at the first
     */
    LevelFeed(
            SourceUnit unit,
            ShopifyClient client,
            StreamSettings how,
            Duration fullInterval,
            Completion completion,
            SeenRecords seen,
            Emission emission,
            ProgressNews news,
            Clock clock,
            @Nullable LevelCursor restored) {
        this.unit = unit;
        this.client = client;
        this.how = how;
        this.fullInterval = fullInterval;
        this.completion = completion;
        this.seen = seen;
        this.emission = emission;
        this.news = news;
        this.clock = clock;
        this.cursor = restored == null ? LevelCursor.AT_START : restored;
        LevelPass unfinished = cursor.pass();
        this.tokenIsOld = unfinished != null && unfinished.pageToken() != null;
        LOG.info("event=feed-opened unit={} since={} pass={}", unit, cursor.since(), unfinished);
    }

    @Override
    public SourceUnit unit() {
        return unit;
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public Optional<Instant> completeTo() {
        return Optional.ofNullable(cursor.completeTo());
    }

    @Override
    public SourcePosition beginning() {
        return start().position(unit);
    }

    @Override
    public void beginAgain() {
        cursor = start();
        locations = null;
        tokenIsOld = false;
        times.clear();
        seen.clear();
        pause = Duration.ZERO;
        LOG.info("event=feed-begins-again unit={}", unit);
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        return news.heartbeat(cursor.completeTo(), now, cursor.position(unit));
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        return news.setAside(problem, cursor.position(unit));
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        LevelPass under = cursor.pass();
        List<String> places = locations;
        if (under == null || places == null) {
            LocationList list = LocationList.readIds(client);
            places = list.ids();
            if (under == null) {
                under = LevelPass.begin(from(list.date()), list.date(), places).orElse(null);
            }
            if (under == null) {
                return endEmpty(list.date());
            }
        }
        LevelPass pass = under;
        List<String> all = places;
        Gathered got = gather(pass);
        Completion.Outcome outcome = completion.complete(got.drafts(), got.toFetch());
        Optional<LevelPass> next = next(pass, got, all);
        return RecordEncoder.guarded(() -> step(outcome, got, pass, next, all));
    }

    /** Where the update times of a new pass begin; null when all levels are due. */
    private @Nullable Instant from(Instant date) {
        Instant since = cursor.since();
        Instant fullAt = cursor.fullAt();
        if (since == null || fullAt == null || !date.isBefore(fullAt.plus(fullInterval))) {
            return null;
        }
        return since.minus(how.timing().overlap());
    }

    /** A position from before a restart may have died with its session; then the window is read from its beginning. */
    private Gathered gather(LevelPass pass) throws SourceException {
        LevelPages pages = new LevelPages(client, how.page().records(), pass.location(), times::add);
        Gathering gathering = new Gathering(
                pages,
                pass.isFull() ? NONE : seen,
                LevelDrafts::of,
                clock,
                how.timing().recordsPerPoll());
        try {
            Gathered got = gathering.gather(pass.search(), pass.pageToken());
            tokenIsOld = false;
            return got;
        } catch (SourceException.StopUnit e) {
            if (!tokenIsOld) {
                throw e;
            }
            LOG.warn("event=position-refused unit={} why=\"{}\"", unit, e.getMessage());
            tokenIsOld = false;
            cursor = cursor.in(pass.again());
            throw new SourceException.Retry("the position of an earlier run is refused", e);
        }
    }

    private Optional<LevelPass> next(LevelPass pass, Gathered got, List<String> places) {
        String token = got.token();
        if (token == null) {
            return pass.next(places);
        }
        long read = pass.read() + got.ids().size();
        if (read >= how.timing().recordsPerWindow()) {
            Optional<LevelPass> part = pass.divided(times);
            if (part.isPresent()) {
                return part;
            }
            // All of one second: it goes on as far as Shopify lets it, which refuses loudly when that is too far.
        }
        return Optional.of(pass.at(token, read));
    }

    private List<SourceRecord> step(
            Completion.Outcome outcome, Gathered got, LevelPass pass, Optional<LevelPass> next, List<String> places) {
        Instant now = clock.instant();
        LevelCursor after = next.map(cursor::in)
                .orElseGet(() ->
                        cursor.after(pass, pass.startedAt().minus(how.timing().completenessDelay())));
        Emission.Emitted emitted = emission.emit(outcome, now, cursor.position(unit), after.position(unit));
        List<SourceRecord> out = new ArrayList<>(emitted.records());
        Instant reached = after.completeTo();
        if (next.isEmpty() && reached != null) {
            out.addAll(news.tell(reached, now, after.position(unit)));
        }
        // From here on nothing fails: a step counts as done whole, or is done again whole.
        emission.handedOn(emitted, got.date());
        if (next.isEmpty() || next.get().pageToken() == null) {
            times.clear();
        }
        if (next.isEmpty() && cursor.completeTo() == null) {
            LOG.info("event=feed-caught-up unit={} complete_to={}", unit, reached);
        }
        cursor = after;
        locations = next.isEmpty() ? null : places;
        pause = next.isEmpty() ? how.timing().pollInterval() : Duration.ZERO;
        return out;
    }

    private List<SourceRecord> endEmpty(Instant date) throws SourceException {
        LevelCursor after = new LevelCursor(date, date, date.minus(how.timing().completenessDelay()), null);
        List<SourceRecord> told = RecordEncoder.guarded(
                () -> news.tell(date.minus(how.timing().completenessDelay()), clock.instant(), after.position(unit)));
        cursor = after;
        pause = how.timing().pollInterval();
        return told;
    }

    private LevelCursor start() {
        return new LevelCursor(null, null, cursor.completeTo(), null);
    }
}
