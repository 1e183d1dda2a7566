package com.sentia.connectors.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the queries, from the .graphql files beside this class, each with the fragments it uses and no others. */
final class ShopifyQueries {
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.([A-Z]\\w*)");

    static final String ORDERS = withFragments(text("orders.graphql"));
    static final String ORDER_IDS = withFragments(text("order-ids.graphql"));
    static final String ORDERS_COUNT = withFragments(text("orders-count.graphql"));

    private ShopifyQueries() {}

    /** The text of one part of a batch, {@code #} standing where its number goes. */
    static String part(String name) {
        return text(name + ".part.graphql");
    }

    static String withFragments(String query) {
        Map<String, String> used = new LinkedHashMap<>();
        collect(query, used);
        return query + String.join("", used.values());
    }

    private static void collect(String text, Map<String, String> used) {
        Matcher spread = SPREAD.matcher(text);
        while (spread.find()) {
            String name = spread.group(1);
            if (!used.containsKey(name)) {
                String fragment = text(name + ".fragment.graphql");
                used.put(name, fragment);
                collect(fragment, used);
            }
        }
    }

    private static String text(String file) {
        try (InputStream in = ShopifyQueries.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
