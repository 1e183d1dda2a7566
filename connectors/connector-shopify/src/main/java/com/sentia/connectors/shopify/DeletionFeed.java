package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.FeedParts;
import com.sentia.connectors.kit.KnownIds;
import com.sentia.connectors.kit.OffsetFields;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.schemas.Feed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Shopify, by its events, which records of a stream were deleted, and hands on that they are gone. Where it stands is kept beside
 * the stream's own cursor. What it misses the reconciliation finds.
 */
final class DeletionFeed implements UnitFeed {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionFeed.class);
    private static final String PART = "deletes";
    private static final String DELETED_AT = "deleted_at";
    private static final String QUERY = ShopifyQueries.named("events");
    private static final int PAGE = 50;
    /** Points for a page, and what it has besides its events. */
    static final int COST = PAGE + 5;

    /** Events that the log shows late are asked for again. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    /** Where no earlier run says where it stood. */
    private static final Duration AT_FIRST = Duration.ofDays(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final ShopifyClient client;
    private final SourceUnit unit;
    private final SourceRecords records;
    private final KnownIds known;
    private final Precondition budget;
    private final Duration interval;
    private final Clock clock;
    private final Set<String> handedOn = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    private @Nullable Instant reached;
    /** From when on is asked; the same for all pages of one search, as a page's position holds in its own search only. */
    private @Nullable Instant searchedFrom;

    private @Nullable String token;

    /**
     * @param known what is gone is no longer among these
     * @param budget holds while there are points enough for live reading too
     * @param reached when what was last handed on was deleted; null when nothing was
     */
    DeletionFeed(
            ShopifyClient client,
            SourceUnit unit,
            SourceRecords records,
            KnownIds known,
            Precondition budget,
            Duration interval,
            Clock clock,
            @Nullable Instant reached) {
        this.client = client;
        this.unit = unit;
        this.records = records;
        this.known = known;
        this.budget = budget;
        this.interval = interval;
        this.clock = clock;
        this.reached = reached;
    }

    /** Where it stands beside the feed. */
    static Map<String, String> partition(SourceUnit unit) {
        return FeedParts.partition(unit, PART);
    }

    static boolean isPartition(Map<String, ?> partition) {
        return FeedParts.name(partition).equals(PART);
    }

    /** @throws IllegalArgumentException when it is no offset of this kind */
    static Instant reached(Map<String, ?> offset) {
        Instant at = new OffsetFields(offset, Set.of(DELETED_AT)).instant(DELETED_AT);
        if (at == null) {
            throw new IllegalArgumentException("an offset of deletes needs " + DELETED_AT);
        }
        return at;
    }

    @Override
    public SourceUnit unit() {
        return unit;
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        budget.check();
        Instant from = token == null ? null : searchedFrom;
        if (from == null) {
            from = reached == null ? ask(clock.instant(), null).date().minus(AT_FIRST) : reached;
            reached = from;
            searchedFrom = from;
        }
        GraphQlAnswer answer = ask(from, token);
        JsonNode events = answer.data().path("events");
        if (!events.isObject() || answer.errorAt("events").isPresent()) {
            throw new SourceException.Retry("Shopify can't list the events of " + unit, null);
        }
        List<SourceRecord> out = RecordEncoder.guarded(() -> records(events.path("nodes")));
        for (JsonNode event : events.path("nodes")) {
            handedOn.add(event.path("id").asText());
            known.remove(Long.parseLong(Gid.number(event.path("subjectId").asText("0"))));
            reached = at(event);
        }
        JsonNode page = events.path("pageInfo");
        token = page.path("hasNextPage").asBoolean() ? page.path("endCursor").asText() : null;
        return out;
    }

    private List<SourceRecord> records(JsonNode events) {
        List<SourceRecord> out = new ArrayList<>();
        for (JsonNode event : events) {
            if (!handedOn.contains(event.path("id").asText()) && event.hasNonNull("subjectId")) {
                String id = Gid.number(event.path("subjectId").asText());
                SourcePosition position = new SourcePosition(
                        partition(unit), Map.of(DELETED_AT, at(event).toString()));
                out.add(records.deleted(Feed.POLL, id, at(event), clock.instant(), position));
                LOG.info("event=record-deleted unit={} id={} at={}", unit, id, at(event));
            }
        }
        return out;
    }

    private GraphQlAnswer ask(Instant from, @Nullable String after) throws SourceException {
        String search = "action:destroy AND subject_type:" + unit.entity().toUpperCase(Locale.ROOT)
                + " AND created_at:>='" + from.minus(OVERLAP) + "'";
        ObjectNode variables = ShopifyClient.variables()
                .put("query", search)
                .put("first", PAGE)
                .put("after", after);
        return client.ask(QUERY, variables, COST);
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.path("createdAt").asText());
    }

    @Override
    public Duration pause() {
        return token == null ? interval : Duration.ZERO;
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        // The live feed tells what is complete.
        return List.of();
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        // The answer is asked for again until it can be read.
        return List.of();
    }
}
