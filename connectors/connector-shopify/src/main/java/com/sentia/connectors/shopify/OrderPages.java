package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads pages of orders in the order of their last change. */
final class OrderPages {
    private static final int PAGE_COST = 4;
    private static final int ORDER_COST = 16;
    private static final int LINE_COST = 3;

    private final ShopifyClient client;
    private final int orders;
    private final int lines;

    /**
     * @param client asks the shop
     * @param orders orders to a page
     * @param lines lines of each order to ask for with it; the rest is asked for when there are more
     */
    OrderPages(ShopifyClient client, int orders, int lines) {
        this.client = client;
        this.orders = orders;
        this.lines = lines;
    }

    /** Points for one order with its first lines, by Shopify's rule. */
    static int costOfOne(int lines) {
        return ORDER_COST + LINE_COST * lines;
    }

    /** Points for a page, by the same rule. */
    static int cost(int orders, int lines) {
        return PAGE_COST + orders * costOfOne(lines);
    }

    /** The search that finds every order changed at or after an instant. */
    static String changedFrom(Instant from) {
        return "updated_at:>='" + from + "'";
    }

    /**
     * The page after a position, the first one when it is null; with the count of the whole window when asked for.
     *
     * @return empty when something in the page can't be read
     */
    Optional<OrderPage> read(String search, @Nullable String token, boolean count) throws SourceException {
        ObjectNode variables = ShopifyClient.variables()
                .put("query", search)
                .put("first", orders)
                .put("after", token)
                .put("lines", lines)
                .put("count", count);
        GraphQlAnswer answer = client.ask(ShopifyQueries.ORDERS, variables, cost(orders, lines));
        JsonNode connection = answer.data().path("orders");
        if (!connection.isObject() || !answer.errors().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(page(connection, answer));
    }

    /** The same page with nothing but ids and update times, for when one of its orders can't be read. */
    OrderPage readIds(String search, @Nullable String token) throws SourceException {
        ObjectNode variables = ShopifyClient.variables()
                .put("query", search)
                .put("first", orders)
                .put("after", token);
        GraphQlAnswer answer = client.ask(ShopifyQueries.ORDER_IDS, variables, PAGE_COST + orders);
        JsonNode connection = answer.data().path("orders");
        if (!connection.isObject() || !answer.errors().isEmpty()) {
            throw new SourceException.Retry("Shopify can't list the orders of a page", null);
        }
        return page(connection, answer);
    }

    /** How many orders a search finds. */
    long count(String search) throws SourceException {
        ObjectNode variables = ShopifyClient.variables().put("query", search);
        GraphQlAnswer answer = client.ask(ShopifyQueries.ORDERS_COUNT, variables, PAGE_COST);
        return count(answer.data()).orElseThrow(() -> new SourceException.Retry("Shopify can't count orders", null));
    }

    private static OrderPage page(JsonNode connection, GraphQlAnswer answer) {
        List<ObjectNode> nodes = new ArrayList<>();
        connection.path("nodes").forEach(node -> nodes.add((ObjectNode) node));
        JsonNode info = connection.path("pageInfo");
        boolean hasNext = info.path("hasNextPage").asBoolean();
        String token = hasNext ? info.path("endCursor").asText() : null;
        return new OrderPage(nodes, hasNext, token, count(answer.data()), answer.date());
    }

    private static OptionalLong count(JsonNode data) {
        JsonNode count = data.path("ordersCount").path("count");
        return count.isNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }
}
