package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All places of a shop, those closed and those of other apps too, as of one reading.
 *
 * @param locations each with what was asked of it, by id
 * @param counted how many the shop counts; 0 when it was not asked
 * @param date the shop's clock at the first of the answers: what was changed before it is in the list
 */
record LocationList(List<ObjectNode> locations, long counted, Instant date) {
    private static final String WHOLE = ShopifyQueries.named("locations");
    private static final String IDS = ShopifyQueries.named("location-ids");
    /** Asked for in one page. */
    static final int PER_PAGE = 100;

    /** Reads them with all that is allowed of them. */
    static LocationList readWhole(ShopifyClient client) throws SourceException {
        return read(client, WHOLE, ShopifyStream.LOCATIONS.cost(new PageSize(PER_PAGE, 0)));
    }

    /** Reads only which there are. */
    static LocationList readIds(ShopifyClient client) throws SourceException {
        return read(client, IDS, ShopifyStream.PAGE_COST + PER_PAGE);
    }

    /** The global ids. */
    List<String> ids() {
        return locations.stream().map(location -> location.path("id").asText()).toList();
    }

    private static LocationList read(ShopifyClient client, String query, int cost) throws SourceException {
        List<ObjectNode> found = new ArrayList<>();
        ObjectNode variables = ShopifyClient.variables().put("first", PER_PAGE).putNull("after");
        GraphQlAnswer answer = page(client, query, variables, cost);
        Instant date = answer.date();
        while (true) {
            JsonNode connection = answer.data().path("locations");
            connection.path("nodes").forEach(node -> found.add((ObjectNode) node));
            JsonNode info = connection.path("pageInfo");
            if (!info.path("hasNextPage").asBoolean()) {
                long counted =
                        answer.data().path("locationsCount").path("count").asLong();
                return new LocationList(found, counted, date);
            }
            variables.put("after", info.path("endCursor").asText());
            answer = page(client, query, variables, cost);
        }
    }

    private static GraphQlAnswer page(ShopifyClient client, String query, ObjectNode variables, int cost)
            throws SourceException {
        GraphQlAnswer answer = client.ask(query, variables, cost);
        if (!answer.errors().isEmpty() || !answer.data().path("locations").isObject()) {
            throw new SourceException.Retry("Shopify can't list the locations", null);
        }
        return answer;
    }
}
