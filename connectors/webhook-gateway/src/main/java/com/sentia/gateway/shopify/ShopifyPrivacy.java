package com.sentia.gateway.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Reading;
import com.sentia.schemas.ErasureOrigin;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shopify's mandatory privacy topics. {@code customers/redact} starts an erasure; the others are for people to act on, and are told
 * to them: what a shop's customer may see is searched for by {@code sentia privacy find}, and a shop that has left is taken out by hand.
 */
final class ShopifyPrivacy {
    private static final Logger LOG = LoggerFactory.getLogger(ShopifyPrivacy.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ERASE = "customers/redact";
    private static final Set<String> TOPICS = Set.of(ERASE, "customers/data_request", "shop/redact");

    private final Pseudonyms pseudonyms;

    ShopifyPrivacy(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Whether a topic is one of them. Their requests are never too old. */
    static boolean has(String topic) {
        return TOPICS.contains(topic);
    }

    Reading read(Claim claim, byte[] body, Instant receivedAt) {
        JsonNode request = parsed(body);
        String customer = id(request.path("customer").path("id"));
        if (!claim.topic().equals(ERASE)) {
            LOG.warn(
                    "event=privacy-request kind={} unit={} subject={}",
                    claim.topic(),
                    claim.unit(),
                    customer.isEmpty() ? "none" : pseudonym(customer));
            return new Reading.Unused(claim.topic());
        }
        if (customer.isEmpty()) {
            return new Reading.Unreadable(
                    Topics.PRIVACY_ERASURE,
                    "unknown",
                    "erasure-without-customer",
                    "/customer/id is missing or no whole number");
        }
        return erasure(claim, pseudonym(customer), orders(request), receivedAt);
    }

    private static Reading erasure(Claim claim, String subject, List<String> orders, Instant receivedAt) {
        LOG.warn("event=erasure-requested unit={} subject={} orders={}", claim.unit(), subject, orders.size());
        PrivacyErasure erasure = PrivacyErasure.newBuilder()
                .setSource(ShopifyHook.NAME)
                .setUnit(claim.unit())
                .setSubject(subject)
                .setOrderIds(orders)
                .setOrigin(ErasureOrigin.WEBHOOK)
                .setRequestedAt(receivedAt.truncatedTo(ChronoUnit.MICROS))
                .build();
        return new Reading.Request(Topics.PRIVACY_ERASURE, claim.unit() + "/" + subject, erasure);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException expected) {
            return JSON.missingNode();
        }
    }

    private static List<String> orders(JsonNode request) {
        List<String> orders = new ArrayList<>();
        request.path("orders_to_redact").forEach(order -> orders.add(id(order)));
        return orders;
    }

    private static String id(JsonNode id) {
        return id.isIntegralNumber() ? id.bigIntegerValue().toString() : "";
    }

    private String pseudonym(String customer) {
        return pseudonyms.of(ShopifyHook.NAME, customer);
    }
}
