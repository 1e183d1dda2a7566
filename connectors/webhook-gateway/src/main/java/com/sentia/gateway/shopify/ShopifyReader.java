package com.sentia.gateway.shopify;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.connectors.kit.RecordVersions;
import com.sentia.gateway.allowed.Copied;
import com.sentia.gateway.allowed.UnreadableBodyException;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Reading;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes raw records of genuine bodies. */
final class ShopifyReader {
    private static final String VENDOR = "shopify";
    private static final String UPDATED_AT = "updated_at";

    private final Pseudonyms pseudonyms;
    private final Function<ShopifyEntity, Optional<Topic>> topics;

    /**
     * A reader that knows where entities go.
     *
     * @param topics the raw topic of each entity, of those that have one
     */
    ShopifyReader(Pseudonyms pseudonyms, Function<ShopifyEntity, Optional<Topic>> topics) {
        this.pseudonyms = pseudonyms;
        this.topics = topics;
    }

    Reading read(Claim claim, byte[] body, Instant receivedAt) {
        @Nullable ShopifyTopic kind = ShopifyTopic.named(claim.topic()).orElse(null);
        if (kind == null) {
            return new Reading.Unused(claim.topic());
        }
        @Nullable Topic topic = topics.apply(kind.entity()).orElse(null);
        if (topic == null) {
            return new Reading.Unused(claim.topic());
        }
        try {
            Copied copied = kind.entity().allowed().copy(body, this::pseudonym);
            return reading(new Genuine(claim, kind, topic, receivedAt), copied);
        } catch (UnreadableBodyException e) {
            return new Reading.Unreadable(topic, "unknown", "unparsable-webhook", e.where());
        }
    }

    private Reading reading(Genuine genuine, Copied body) {
        ShopifyEntity entity = genuine.kind().entity();
        @Nullable String vendorId = entity.id(body).orElse(null);
        if (vendorId == null) {
            return genuine.unreadable("unknown", "webhook-without-id", "the id is missing or no whole number");
        }
        String id = entity.isPerson() ? pseudonym(vendorId) : vendorId;
        if (entity.isContradicted(body)) {
            return genuine.unreadable(id, "webhook-of-other-entity", "the body's global id is of another type");
        }
        return genuine.kind().op() == Op.DELETE ? deleted(genuine, id, body) : updated(genuine, id, body);
    }

    private static Reading updated(Genuine genuine, String id, Copied body) {
        @Nullable
        Instant updatedAt = body.scalar(UPDATED_AT).flatMap(ShopifyTimes::parse).orElse(null);
        if (updatedAt == null) {
            return genuine.unreadable(id, "webhook-without-update-time", UPDATED_AT + " is missing or no time");
        }
        RawRecord.Builder content = genuine.content(id)
                .setOp(Op.UPSERT)
                .setVersion(RecordVersions.ofWebhook(updatedAt, genuine.receivedAt()))
                .setPayload(body.payload());
        return new Reading.Usable(genuine.topic(), content.build());
    }

    /**
     * A delete has no time of its own, and one that is no older than the last update must win; so it takes the time of the event by
     * the vendor's clock, which the update times are of too. That is a header, which is not signed: one ahead of our own clock would
     * keep the record deleted until then, so ours is the limit.
     */
    private static Reading deleted(Genuine genuine, String id, Copied body) {
        if (body.scalar(UPDATED_AT).isPresent()) {
            return genuine.unreadable(id, "delete-with-content", "a delete holds no content; the topic may be forged");
        }
        @Nullable Instant triggeredAt = genuine.claim().triggeredAt();
        Instant at =
                triggeredAt == null || triggeredAt.isAfter(genuine.receivedAt()) ? genuine.receivedAt() : triggeredAt;
        RawRecord.Builder content = genuine.content(id)
                .setOp(Op.DELETE)
                .setVersion(RecordVersions.ofDelete(at, genuine.receivedAt()))
                .setPayload(null);
        return new Reading.Usable(genuine.topic(), content.build());
    }

    /** The same for a customer as through the connector. */
    private String pseudonym(String customerId) {
        return pseudonyms.of(VENDOR, customerId);
    }

    /** A genuine webhook of use, before its body is looked into. */
    private record Genuine(Claim claim, ShopifyTopic kind, Topic topic, Instant receivedAt) {
        Reading unreadable(String id, String reason, String detail) {
            return new Reading.Unreadable(topic, id, reason, detail);
        }

        RawRecord.Builder content(String id) {
            return RawRecord.newBuilder()
                    .setVendor(VENDOR)
                    .setUnit(claim.unit())
                    .setEntity(kind.entity().entity())
                    .setId(id)
                    .setFeed(Feed.WEBHOOK)
                    .setApiVersion(claim.apiVersion())
                    .setFetchedAt(receivedAt);
        }
    }
}
