package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What bulk operations ask for is written a second time, as they take no fragments: it must be what pages ask for. */
class BulkQueriesTest {
    /** A field: a name at the beginning of a line. */
    private static final Pattern FIELD = Pattern.compile("(?m)^\\s+([a-z]\\w*)");

    private static final Set<String> OF_PAGES_ONLY = Set.of("nodes", "pageInfo");

    @Test
    void asksForEveryFieldOfAnOrderThatPagesAskFor() throws IOException {
        Set<String> paged = fields(
                "OrderHead.fragment.graphql",
                "Lines.fragment.graphql",
                "ShippingLines.fragment.graphql",
                "Discounts.fragment.graphql",
                "Amount.fragment.graphql");

        assertThat(fields("order.bulk.graphql")).containsAll(paged);
    }

    @Test
    void asksForEveryFieldOfAProductThatPagesAskFor() throws IOException {
        Set<String> paged =
                fields("ProductHead.fragment.graphql", "Variants.fragment.graphql", "Amount.fragment.graphql");

        assertThat(fields("product.bulk.graphql")).containsAll(paged);
    }

    private static Set<String> fields(String... names) throws IOException {
        Set<String> fields = new TreeSet<>();
        for (String name : names) {
            try (InputStream file = Objects.requireNonNull(BulkQueriesTest.class.getResourceAsStream(name), name)) {
                Stream<String> found = FIELD.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .map(field -> field.group(1));
                fields.addAll(found.collect(Collectors.toSet()));
            }
        }
        fields.removeAll(OF_PAGES_ONLY);
        return fields;
    }
}
