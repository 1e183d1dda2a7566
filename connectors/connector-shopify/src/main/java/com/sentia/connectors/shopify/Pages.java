package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads pages of one stream in the order of the last change. */
final class Pages implements PageReader {
    private final ShopifyClient client;
    private final ShopifyStream stream;
    private final PageSize size;
    private final String pageQuery;
    private final String idsQuery;
    private final String countQuery;

    Pages(ShopifyClient client, ShopifyStream stream, PageSize size) {
        this.client = client;
        this.stream = stream;
        this.size = size;
        this.pageQuery = ShopifyQueries.ofStream("page", stream);
        this.idsQuery = ShopifyQueries.ofStream("ids", stream);
        this.countQuery = ShopifyQueries.ofStream("count", stream);
    }

    @Override
    public Optional<Page> read(String search, @Nullable String token, boolean count) throws SourceException {
        ObjectNode variables =
                variables(search, token).put("items", size.items()).put("count", count);
        GraphQlAnswer answer = client.ask(pageQuery, variables, stream.cost(size));
        JsonNode connection = answer.data().path(stream.plural());
        if (!connection.isObject() || !answer.errors().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(page(connection, answer));
    }

    @Override
    public Page readIds(String search, @Nullable String token) throws SourceException {
        int cost = ShopifyStream.PAGE_COST + size.records();
        GraphQlAnswer answer = client.ask(idsQuery, variables(search, token), cost);
        JsonNode connection = answer.data().path(stream.plural());
        if (!connection.isObject() || !answer.errors().isEmpty()) {
            throw new SourceException.Retry("Shopify can't list the " + stream.plural() + " of a page", null);
        }
        return page(connection, answer);
    }

    /** How many records a search finds. */
    long count(String search) throws SourceException {
        ObjectNode variables = ShopifyClient.variables().put("query", search);
        GraphQlAnswer answer = client.ask(countQuery, variables, ShopifyStream.PAGE_COST);
        return count(answer.data())
                .orElseThrow(() -> new SourceException.Retry("Shopify can't count " + stream.plural(), null));
    }

    private ObjectNode variables(String search, @Nullable String token) {
        return ShopifyClient.variables()
                .put("query", search)
                .put("first", size.records())
                .put("after", token);
    }

    private Page page(JsonNode connection, GraphQlAnswer answer) {
        List<ObjectNode> nodes = new ArrayList<>();
        connection.path("nodes").forEach(node -> nodes.add((ObjectNode) node));
        JsonNode info = connection.path("pageInfo");
        boolean hasNext = info.path("hasNextPage").asBoolean();
        String token = hasNext ? info.path("endCursor").asText() : null;
        return new Page(nodes, hasNext, token, count(answer.data()), answer.date());
    }

    private OptionalLong count(JsonNode data) {
        JsonNode count = data.path(stream.plural() + "Count").path("count");
        return count.isNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }
}
