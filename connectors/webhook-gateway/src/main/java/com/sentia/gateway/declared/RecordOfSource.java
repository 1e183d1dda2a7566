package com.sentia.gateway.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.connectors.kit.RecordVersions;
import com.sentia.gateway.allowed.AllowList;
import com.sentia.hooks.HookSource;
import com.sentia.hooks.mapping.UnfitValueException;
import com.sentia.hooks.mapping.ValueForms;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the raw record of one object of a declared source. */
final class RecordOfSource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNVERSIONED = "unversioned";

    /** A clock may be wrong by so much; a time beyond would outrank every version until then. */
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

    private final HookSource source;
    private final Pseudonyms pseudonyms;
    private final AllowList allowed;

    RecordOfSource(HookSource source, Pseudonyms pseudonyms) {
        this.source = source;
        this.pseudonyms = pseudonyms;
        this.allowed = AllowList.of(source.taking().rules(), source.name());
    }

    /** The record; a complaint tells the first value that is missing or can't be one. */
    RawRecord of(ObjectNode object, Instant receivedAt) throws UnfitValueException {
        String id = ValueForms.id(there(object, source.id()), source.id().toString());
        JsonPointer at = source.updatedAt().pointer();
        Instant updatedAt =
                ValueForms.time(there(object, at), source.updatedAt().form(), at.toString());
        if (updatedAt.isAfter(receivedAt.plus(FURTHEST_AHEAD))) {
            throw ValueForms.unfit(at, "must not be more than a day ahead of our clock");
        }
        RawRecord.Builder content = RawRecord.newBuilder()
                .setVendor(source.name())
                .setUnit(source.unit())
                .setEntity(source.entity())
                .setId(source.rawId(id))
                .setFeed(Feed.WEBHOOK)
                .setApiVersion(UNVERSIONED)
                .setFetchedAt(receivedAt);
        if (isDeleted(object)) {
            return content.setOp(Op.DELETE)
                    .setVersion(RecordVersions.ofDelete(updatedAt, receivedAt))
                    .setPayload(null)
                    .build();
        }
        return content.setOp(Op.UPSERT)
                .setVersion(RecordVersions.ofWebhook(updatedAt, receivedAt))
                .setPayload(payload(object))
                .build();
    }

    private ByteBuffer payload(ObjectNode object) throws UnfitValueException {
        ByteBuffer payload = allowed.copy(object, customer -> pseudonyms.of(source.name(), customer))
                .payload();
        Optional<String> missing = source.mapping().missing(parsed(payload));
        if (missing.isPresent()) {
            throw ValueForms.unfit(JsonPointer.compile(missing.get()), "is missing");
        }
        return payload;
    }

    private boolean isDeleted(ObjectNode object) {
        return source.op()
                .filter(op -> op.deletes().contains(object.at(op.pointer()).asText()))
                .isPresent();
    }

    private static JsonNode there(ObjectNode object, JsonPointer pointer) throws UnfitValueException {
        JsonNode value = object.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            throw ValueForms.unfit(pointer, "is missing");
        }
        return value;
    }

    private static JsonNode parsed(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("what was copied is no JSON", e);
        }
    }
}
