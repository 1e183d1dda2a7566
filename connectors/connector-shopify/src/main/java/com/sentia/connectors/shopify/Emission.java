package com.sentia.connectors.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.schemas.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the records of one step: whole records that were not sent before, and dead letters for those that can't be read. */
final class Emission {
    private static final Logger LOG = LoggerFactory.getLogger(Emission.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String entity;
    private final SourceRecords records;
    private final SeenRecords seen;
    private final Duration overlap;

    Emission(String entity, SourceRecords records, SeenRecords seen, Duration overlap) {
        this.entity = entity;
        this.records = records;
        this.seen = seen;
        this.overlap = overlap;
    }

    /**
     * The records of a step.
     *
     * @param now our clock
     * @param before position of all records but the last, so that a worker without transactions never skips one
     * @param after position of the last
     */
    Emitted emit(Completion.Outcome outcome, Instant now, SourcePosition before, SourcePosition after) {
        return emit(Feed.POLL, outcome, now, before, after);
    }

    /** The same from another feed, whose contents were as they are told at an instant or later. */
    Emitted emit(Feed feed, Completion.Outcome outcome, Instant now, SourcePosition before, SourcePosition after) {
        List<SourceRecord> out = new ArrayList<>();
        outcome.unreadable().forEach((gid, why) -> {
            LOG.warn("event=record-set-aside id={} why=\"{}\"", gid, why);
            byte[] raw = JSON.createObjectNode().put("id", gid).toString().getBytes(StandardCharsets.UTF_8);
            out.add(records.rejected(Gid.number(gid), "unreadable-" + entity, why, raw, now, before));
        });
        List<Fresh> fresh = new ArrayList<>();
        for (Draft draft : outcome.whole()) {
            String payload = text(draft);
            if (!seen.isSame(draft.gid(), payload)) {
                fresh.add(new Fresh(draft, payload));
            }
        }
        for (int i = 0; i < fresh.size(); i++) {
            Draft draft = fresh.get(i).draft();
            SourcePosition position = i == fresh.size() - 1 ? after : before;
            byte[] payload = fresh.get(i).payload().getBytes(StandardCharsets.UTF_8);
            out.add(records.read(feed, draft.recordId(), draft.changedAt(), now, payload, position));
        }
        return new Emitted(out, fresh);
    }

    /** Remembers what was handed on. Not before it was: what a failure in between kept back has to be read as new again. */
    void handedOn(Emitted emitted, Instant readAt, Cursor after) {
        handedOn(emitted, readAt);
        seen.forgetBefore(after.updatedAt().minus(overlap).minusSeconds(1));
    }

    /** The same where what was handed on long ago may be read again. */
    void handedOn(Emitted emitted, Instant readAt) {
        emitted.fresh().forEach(one -> seen.add(one.draft().gid(), one.draft().updatedAt(), readAt, one.payload()));
        seen.forgetMost();
    }

    /** Records to hand on, and the contents in them that had not been seen before. */
    record Emitted(List<SourceRecord> records, List<Fresh> fresh) {}

    record Fresh(Draft draft, String payload) {}

    private static String text(Draft draft) {
        try {
            return JSON.writeValueAsString(draft.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
