package com.sentia.connectors.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.SourceRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the records of one step: whole orders that were not sent before, and dead letters for those that can't be read. */
final class OrderEmission {
    private static final Logger LOG = LoggerFactory.getLogger(OrderEmission.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SourceRecords records;
    private final SeenOrders seen;
    private final Duration overlap;

    OrderEmission(SourceRecords records, SeenOrders seen, Duration overlap) {
        this.records = records;
        this.seen = seen;
        this.overlap = overlap;
    }

    /**
     * The records of a step.
     *
     * @param readAt the shop's clock when they were read
     * @param now our clock
     * @param before offset of all records but the last, so that a worker without transactions never skips one
     * @param after offset of the last
     */
    List<SourceRecord> emit(OrderCompletion.Outcome outcome, Instant readAt, Instant now, Cursor before, Cursor after) {
        List<SourceRecord> out = new ArrayList<>();
        outcome.unreadable().forEach((gid, why) -> {
            LOG.warn("event=order-set-aside id={} why=\"{}\"", gid, why);
            byte[] raw = JSON.createObjectNode().put("id", gid).toString().getBytes(StandardCharsets.UTF_8);
            out.add(records.rejected(Gid.number(gid), "unreadable-order", why, raw, now, before));
        });
        List<Fresh> fresh = new ArrayList<>();
        for (OrderDraft order : outcome.whole()) {
            String payload = text(order);
            if (!seen.isSame(order.gid(), payload)) {
                fresh.add(new Fresh(order, payload));
            }
        }
        for (int i = 0; i < fresh.size(); i++) {
            OrderDraft order = fresh.get(i).order();
            Cursor offset = i == fresh.size() - 1 ? after : before;
            byte[] payload = fresh.get(i).payload().getBytes(StandardCharsets.UTF_8);
            out.add(records.polled(Gid.number(order.gid()), order.updatedAt(), now, payload, offset));
        }
        fresh.forEach(one -> seen.add(one.order().gid(), one.order().updatedAt(), readAt, one.payload()));
        seen.forgetBefore(after.updatedAt().minus(overlap).minusSeconds(1));
        return out;
    }

    private record Fresh(OrderDraft order, String payload) {}

    private static String text(OrderDraft order) {
        try {
            return JSON.writeValueAsString(order.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
