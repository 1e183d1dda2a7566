package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Replaces customer ids by pseudonyms, in records and in bytes that can't be parsed. */
final class Redaction {
    private static final String VENDOR = "shopify";
    private static final Pattern CUSTOMER = Pattern.compile("gid:(?:\\\\?/){2}shopify\\\\?/Customer\\\\?/(\\d+)");

    private final Pseudonyms pseudonyms;

    Redaction(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The pseudonym of a customer, by Shopify's global id; the shop is no part of it as the ids are unique over all shops. */
    String customerKey(String gid) {
        return pseudonyms.of(VENDOR, Gid.number(gid));
    }

    /** The same text with every customer id replaced. */
    byte[] of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.contains("Customer")) {
            return body;
        }
        return CUSTOMER.matcher(text)
                .replaceAll(match -> pseudonyms.of(VENDOR, match.group(1)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
