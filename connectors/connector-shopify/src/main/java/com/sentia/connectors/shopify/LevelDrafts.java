package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Makes records of stock levels. What a level says is as new as the newest of its parts. */
final class LevelDrafts {
    private static final String UPDATED_AT = "updatedAt";

    private LevelDrafts() {}

    /** A record of a level as Shopify tells it; the node becomes the record's own. */
    static Draft of(ObjectNode level) {
        String item = Gid.number(level.path("item").path("id").asText());
        String location = Gid.number(level.path("location").path("id").asText());
        return Draft.whole(level.path("id").asText(), level, item + "-" + location, changedAt(level));
    }

    private static Instant changedAt(ObjectNode level) {
        Instant newest = Instant.parse(level.path(UPDATED_AT).asText());
        newest = later(newest, level.path("item"));
        for (JsonNode quantity : level.path("quantities")) {
            newest = later(newest, quantity);
        }
        return newest;
    }

    private static Instant later(Instant newest, JsonNode part) {
        if (!part.hasNonNull(UPDATED_AT)) {
            return newest;
        }
        Instant told = Instant.parse(part.path(UPDATED_AT).asText());
        return told.isAfter(newest) ? told : newest;
    }
}
