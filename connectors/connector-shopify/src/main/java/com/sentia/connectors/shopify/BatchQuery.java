package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Many small questions in one query, so that the number of round trips stays low.
 *
 * @param text the query
 * @param variables its variables
 * @param cost points Shopify will ask for
 */
record BatchQuery(String text, ObjectNode variables, int cost) {
    /** Asks for one more page of each of several parts; the answer to the n-th stands at {@link #field}. */
    static BatchQuery ofParts(List<Drain> drains) {
        StringBuilder declared = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        ObjectNode variables = ShopifyClient.variables();
        int cost = 0;
        for (int i = 0; i < drains.size(); i++) {
            Drain drain = drains.get(i);
            declared.append(numbered("$id#: ID!, $first#: Int!, ", i));
            variables.put("id" + i, drain.owner()).put("first" + i, drain.size());
            if (drain.part().isPaged()) {
                declared.append(numbered("$after#: String, ", i));
                variables.put("after" + i, drain.after());
            }
            fields.append(numbered(drain.part().template(), i));
            cost += drain.cost();
        }
        return new BatchQuery(query("Parts", declared, fields), variables, cost);
    }

    /** Asks for records by id, as the page query would have given them. */
    static BatchQuery ofRecords(ShopifyStream stream, List<String> gids, int items) {
        String template = ShopifyQueries.record(stream);
        StringBuilder declared = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        ObjectNode variables = ShopifyClient.variables().put("items", items);
        for (int i = 0; i < gids.size(); i++) {
            declared.append(numbered("$id#: ID!, ", i));
            variables.put("id" + i, gids.get(i));
            fields.append(numbered(template, i));
        }
        String query = query("RecordsById", declared, fields);
        if (query.contains("$items")) {
            query = query("RecordsById", declared.append(", $items: Int!"), fields);
        }
        return new BatchQuery(query, variables, gids.size() * stream.costOfOne(items));
    }

    static String field(int number) {
        return "part" + number;
    }

    private static String query(String name, CharSequence declared, CharSequence fields) {
        return ShopifyQueries.withFragments("query " + name + "(" + declared + ") {\n" + fields + "}\n");
    }

    private static String numbered(String template, int number) {
        return template.replace("#", Integer.toString(number));
    }
}
