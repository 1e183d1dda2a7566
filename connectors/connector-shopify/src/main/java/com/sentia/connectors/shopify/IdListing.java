package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.KnownIds;
import com.sentia.connectors.kit.SourceException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists the ids of a stream in their order, and tells which of some there still are. */
final class IdListing {
    /** Shopify gives as many at once. */
    static final int PAGE = 250;
    /** Points for a page, and what it has besides its ids. */
    static final int COST = PAGE + 5;

    private static final String STILL_THERE = ShopifyQueries.named("still-there");

    private final ShopifyClient client;
    private final ShopifyStream stream;
    private final String query;

    IdListing(ShopifyClient client, ShopifyStream stream) {
        this.client = client;
        this.stream = stream;
        this.query = ShopifyQueries.ofStream("reconcile", stream);
    }

    /**
     * A page of ids.
     *
     * @param updatedAt of each record, by its number
     * @param token position behind them; null at the end
     */
    record Listed(Map<Long, Instant> updatedAt, @Nullable String token) {}

    /**
     * Those of some ids that there are.
     *
     * @param ids their numbers
     * @param date Shopify's clock at the answer
     */
    record There(Set<Long> ids, Instant date) {}

    /** What finds the ids of a range. */
    static String search(KnownIds.Range range) {
        String from = range.after() == Long.MIN_VALUE ? "" : "id:>=" + (range.after() + 1);
        String to = range.upTo() == Long.MAX_VALUE ? "" : " id:<=" + range.upTo();
        return (from + to).strip();
    }

    Listed list(KnownIds.Range range, @Nullable String token) throws SourceException {
        ObjectNode variables = ShopifyClient.variables()
                .put("query", search(range))
                .put("first", PAGE)
                .put("after", token);
        GraphQlAnswer answer = client.ask(query, variables, COST);
        JsonNode connection = answer.data().path(stream.plural());
        if (!connection.isObject() || !answer.errors().isEmpty()) {
            throw new SourceException.Retry("Shopify can't list the ids of " + stream.plural(), null);
        }
        Map<Long, Instant> found = new TreeMap<>();
        for (JsonNode node : connection.path("nodes")) {
            found.put(
                    Long.parseLong(Gid.number(node.path("id").asText())),
                    Instant.parse(node.path("updatedAt").asText()));
        }
        JsonNode page = connection.path("pageInfo");
        boolean more = page.path("hasNextPage").asBoolean();
        return new Listed(found, more ? page.path("endCursor").asText() : null);
    }

    There stillThere(List<Long> ids) throws SourceException {
        ObjectNode variables = ShopifyClient.variables();
        ids.forEach(id -> variables.withArray("ids").add(stream.gid(Long.toString(id))));
        GraphQlAnswer answer = client.ask(STILL_THERE, variables, ids.size() + 1);
        JsonNode nodes = answer.data().path("nodes");
        if (nodes.size() != ids.size() || !answer.errors().isEmpty()) {
            throw new SourceException.Retry("Shopify can't tell which " + stream.plural() + " there still are", null);
        }
        Set<Long> there = new HashSet<>();
        for (JsonNode node : nodes) {
            if (node.hasNonNull("id")) {
                there.add(Long.parseLong(Gid.number(node.path("id").asText())));
            }
        }
        return new There(there, answer.date());
    }
}
