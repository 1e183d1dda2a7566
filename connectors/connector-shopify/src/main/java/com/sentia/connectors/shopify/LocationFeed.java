package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.control.Notice;
import com.sentia.connectors.kit.control.Notices;
import com.sentia.schemas.Feed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places a shop keeps stock in: all of them at each pass, as Shopify can't list those changed; those that differ are handed on, and
 * those that are gone as deleted.
 */
final class LocationFeed implements LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(LocationFeed.class);
    /** A gap is told when reading again did not close it. */
    private static final int LASTING_GAP = 2;

    private static final int DIGEST_BYTES = 8;

    private final SourceUnit unit;
    private final ShopifyClient client;
    private final SourceRecords records;
    private final Notices notices;
    private final ProgressNews news;
    private final FeedTiming timing;
    private final Clock clock;

    /** Looked at by other threads too. */
    private volatile LocationCursor cursor;

    private Duration pause = Duration.ZERO;
    private int gaps;

    /** @param restored where an earlier run stood; null at the first */
    LocationFeed(
            SourceUnit unit,
            ShopifyClient client,
            SourceRecords records,
            Notices notices,
            FeedTiming timing,
            Clock clock,
            @Nullable LocationCursor restored) {
        this.unit = unit;
        this.client = client;
        this.records = records;
        this.notices = notices;
        this.news = new ProgressNews(records, timing.heartbeatInterval(), clock);
        this.timing = timing;
        this.clock = clock;
        this.cursor = restored == null ? LocationCursor.atStart() : restored;
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
        LocationList list = LocationList.readWhole(client);
        return RecordEncoder.guarded(() -> step(list));
    }

    private List<SourceRecord> step(LocationList list) {
        Instant now = clock.instant();
        // Every shop has a location: one that seems to have none is not believed.
        boolean isGap =
                list.counted() > list.locations().size() || list.locations().isEmpty();
        int gapsNow = isGap ? gaps + 1 : 0;
        SortedMap<String, String> digests = new TreeMap<>();
        List<ObjectNode> changed = new ArrayList<>();
        for (ObjectNode location : list.locations()) {
            String id = Gid.number(location.path("id").asText());
            String digest = digest(location);
            digests.put(id, digest);
            if (!digest.equals(cursor.known().get(id))) {
                changed.add(location);
            }
        }
        List<String> gone = new ArrayList<>(cursor.known().keySet());
        gone.removeAll(digests.keySet());
        if (isGap) {
            // What lacks may be what was not listed.
            gone.forEach(id -> digests.put(id, String.valueOf(cursor.known().get(id))));
            gone.clear();
        }
        LocationCursor after = new LocationCursor(digests, isGap ? cursor.completeTo() : completeTo(list.date()));
        SourcePosition before = cursor.position(unit);
        SourcePosition then = after.position(unit);
        List<SourceRecord> out = new ArrayList<>();
        // All but the last stand where the pass began, so that a worker without transactions never skips one.
        int left = changed.size() + gone.size();
        for (ObjectNode location : changed) {
            out.add(record(location, now, --left == 0 ? then : before));
        }
        for (String id : gone) {
            LOG.info("event=record-deleted unit={} id={} at={}", unit, id, list.date());
            out.add(records.deleted(Feed.POLL, id, list.date(), now, --left == 0 ? then : before));
        }
        Instant reached = after.completeTo();
        if (!isGap && reached != null) {
            out.addAll(news.tell(reached, now, then));
        }
        if (gapsNow == LASTING_GAP) {
            Notice gap = Notice.gap(
                    null, "all locations", list.counted(), list.locations().size());
            out.addAll(notices.of(unit, gap, then));
        }
        cursor = after;
        gaps = gapsNow;
        pause = isGap && gaps < LASTING_GAP ? Duration.ZERO : timing.pollInterval();
        return out;
    }

    private SourceRecord record(ObjectNode location, Instant now, SourcePosition position) {
        return records.polled(
                Gid.number(location.path("id").asText()),
                Instant.parse(location.path("updatedAt").asText()),
                now,
                location.toString().getBytes(StandardCharsets.UTF_8),
                position);
    }

    /** It never goes back. */
    private Instant completeTo(Instant date) {
        Instant reached = date.minus(timing.completenessDelay());
        Instant known = cursor.completeTo();
        return known == null || reached.isAfter(known) ? reached : known;
    }

    private LocationCursor start() {
        return new LocationCursor(new TreeMap<>(), cursor.completeTo());
    }

    private static String digest(ObjectNode location) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(location.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
