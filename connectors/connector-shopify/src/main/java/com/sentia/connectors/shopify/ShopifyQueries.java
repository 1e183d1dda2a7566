package com.sentia.connectors.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the queries, from the .graphql files beside this class, each with the fragments it uses and no others. */
final class ShopifyQueries {
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.([A-Z]\\w*)");

    /** Declared by page queries for the records that have items. */
    static final String ITEMS = ", $items: Int!";

    static final String ACCESS_SCOPES = text("access-scopes.graphql");

    private ShopifyQueries() {}

    /** A query every stream has, {@code #} standing in its text where the name of the stream's field goes. */
    static String ofStream(String name, ShopifyStream stream) {
        String query = withFragments(text(name + ".stream.graphql")
                .replace("...Head", "..." + head(stream))
                .replace("#", stream.plural()));
        // A variable that nothing uses makes a query invalid.
        return query.replace(ITEMS, "").contains("$items") ? query : query.replace(ITEMS, "");
    }

    /** A query in a file of its own. */
    static String named(String name) {
        return withFragments(text(name + ".graphql"));
    }

    /** One record by its id in a batch, with what the page query asks of it. */
    static String record(ShopifyStream stream) {
        return "part#: " + stream.field() + "(id: $id#) {\n  ..." + head(stream) + "\n}\n";
    }

    /** The text of one part of a batch, {@code #} standing where its number goes. */
    static String part(String name) {
        return text(name + ".part.graphql");
    }

    static String withFragments(String query) {
        Map<String, String> used = new LinkedHashMap<>();
        collect(query, used);
        return query + String.join("", used.values());
    }

    private static String head(ShopifyStream stream) {
        return stream.type() + "Head";
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
        return ifThere(file).orElseThrow(() -> new IllegalStateException("missing from the jar: " + file));
    }

    /** The text of a file, as not every stream has one of every kind. */
    static Optional<String> ifThere(String file) {
        try (InputStream in = ShopifyQueries.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
