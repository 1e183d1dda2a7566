package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/** Replaces customer ids by pseudonyms, in records and in bytes that can't be parsed. */
final class Redaction {
    private static final String CUSTOMER_KEY = "customerKey";
    private static final Pattern CUSTOMER = Pattern.compile("gid:(?:\\\\?/){2}shopify\\\\?/Customer\\\\?/(\\d+)");

    /** Among customers it holds the id of one. */
    private static final Pattern POSITION = Pattern.compile("\"endCursor\"\\s*:\\s*\"[^\"]*\"?");

    private final Pseudonyms pseudonyms;

    Redaction(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The same order, with a pseudonym in place of its customer. */
    ObjectNode ofCustomer(ObjectNode order) {
        JsonNode customer = order.remove("customer");
        String gid = customer == null ? "" : customer.path("id").asText("");
        return order.put(CUSTOMER_KEY, gid.isEmpty() ? null : customerKey(gid));
    }

    /** A record of a customer with a pseudonym in place of who it is. */
    Draft draftOfCustomer(ObjectNode customer) {
        String gid = customer.path("id").asText();
        Instant updatedAt = Instant.parse(customer.path("updatedAt").asText());
        customer.remove("id");
        String key = customerKey(gid);
        return Draft.whole(gid, customer.put(CUSTOMER_KEY, key), key, updatedAt);
    }

    /** The pseudonym of a customer, by Shopify's global id; the shop is no part of it as the ids are unique over all shops. */
    String customerKey(String gid) {
        return pseudonyms.of(ShopifyStream.VENDOR, Gid.number(gid));
    }

    /** The same text with every customer id replaced, and positions among customers left out. */
    byte[] of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.contains("Customer")) {
            return body;
        }
        String named = CUSTOMER.matcher(text).replaceAll(match -> pseudonyms.of(ShopifyStream.VENDOR, match.group(1)));
        return POSITION.matcher(named).replaceAll("\"endCursor\":\"\"").getBytes(StandardCharsets.UTF_8);
    }
}
