package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads pages of the stock levels of one location. Shopify neither sorts nor counts them. */
final class LevelPages implements PageReader {
    private static final String PAGE = ShopifyQueries.named("level-page");
    private static final String IDS = ShopifyQueries.named("level-ids");

    private final ShopifyClient client;
    private final int size;
    private final String location;
    private final Consumer<Instant> times;

    /**
     * Pages of one location.
     *
     * @param size levels to a page
     * @param location its global id
     * @param times is told the update time of each level read
     */
    LevelPages(ShopifyClient client, int size, String location, Consumer<Instant> times) {
        this.client = client;
        this.size = size;
        this.location = location;
        this.times = times;
    }

    @Override
    public Optional<Page> read(String search, @Nullable String token, boolean count) throws SourceException {
        int cost = ShopifyStream.INVENTORY_LEVELS.cost(new PageSize(size, 0));
        GraphQlAnswer answer = client.ask(PAGE, variables(search, token), cost);
        return answer.errors().isEmpty() ? Optional.of(page(answer)) : Optional.empty();
    }

    @Override
    public Page readIds(String search, @Nullable String token) throws SourceException {
        GraphQlAnswer answer = client.ask(IDS, variables(search, token), ShopifyStream.PAGE_COST + size);
        if (!answer.errors().isEmpty()) {
            throw new SourceException.Retry("Shopify can't list the stock levels of a page", null);
        }
        return page(answer);
    }

    private ObjectNode variables(String search, @Nullable String token) {
        return ShopifyClient.variables()
                .put("location", location)
                .put("query", search)
                .put("first", size)
                .put("after", token);
    }

    /** Of a location that went away meanwhile there is nothing more to read. */
    private Page page(GraphQlAnswer answer) {
        JsonNode connection = answer.data().path("location").path("inventoryLevels");
        List<ObjectNode> nodes = new ArrayList<>();
        connection.path("nodes").forEach(node -> nodes.add((ObjectNode) node));
        nodes.forEach(node -> times.accept(Instant.parse(node.path("updatedAt").asText())));
        JsonNode info = connection.path("pageInfo");
        boolean hasNext = info.path("hasNextPage").asBoolean();
        return new Page(
                nodes, hasNext, hasNext ? info.path("endCursor").asText() : null, OptionalLong.empty(), answer.date());
    }
}
