package com.sentia.simulators.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.simulators.company.StockLevel;
import com.sentia.simulators.retail.DateShift;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** A stock level as Shopify's webhooks tell it: what is available, and nothing else of it. */
final class LevelWebhook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(DateShift.ZONE);

    private LevelWebhook() {}

    /** The body that tells a level as it stood at an epoch second. */
    static byte[] body(StockLevel level, long second) {
        ObjectNode body = JSON.createObjectNode();
        body.put("inventory_item_id", level.article());
        body.put("location_id", level.site().id());
        body.put("available", level.at(second).orElseThrow().available());
        body.put("updated_at", LOCAL.format(Instant.ofEpochSecond(second)));
        body.put("admin_graphql_api_id", new LevelGid(level.site().id(), level.article()).text());
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
