package com.sentia.simulators.shopify;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;

/**
 * What a query may cost at most: an object is a point, leaves and paging are free, a connection or list counts its
 * elements as often as its size asks for, and of the types a value may have the dearest counts.
 */
final class QueryCost {
    /** A query that may cost more is refused. */
    static final int MOST = 1000;

    private final GraphQLSchema schema;

    QueryCost(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** @throws QueryRefused when the query may cost more than any query may */
    int requested(ExecutableNormalizedOperation operation) {
        long cost = operation.getTopLevelFields().stream().mapToLong(this::of).sum();
        if (cost > MOST) {
            String message = "Query cost is " + cost + ", which exceeds the single query max cost limit (" + MOST
                    + "). See https://shopify.dev/api/usage/rate-limits for more information on how the cost of a"
                    + " query is calculated.";
            throw new QueryRefused(List.of(Map.of(
                    "message",
                    message,
                    "extensions",
                    Map.of("code", "MAX_COST_EXCEEDED", "cost", cost, "maxCost", MOST))));
        }
        return (int) cost;
    }

    private long of(ExecutableNormalizedField field) {
        GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType(schema));
        if (!field.hasChildren()) {
            return 0;
        }
        String name = ((GraphQLNamedType) type).getName();
        boolean structure = name.endsWith("Connection") || name.endsWith("Edge") || name.equals("PageInfo");
        long element = (structure ? 0 : 1) + children(field);
        return saturated(size(field, name.endsWith("Connection")), element);
    }

    private long children(ExecutableNormalizedField field) {
        return field.getChildren().stream()
                .flatMap(child -> child.getObjectTypeNames().stream())
                .distinct()
                .mapToLong(type ->
                        field.getChildren(type).stream().mapToLong(this::of).sum())
                .max()
                .orElse(0);
    }

    private static long size(ExecutableNormalizedField field, boolean connection) {
        Map<String, Object> arguments = field.getResolvedArguments();
        if (connection) {
            return PageRequest.of(arguments).size();
        }
        if (arguments.get("first") != null) {
            return PageRequest.size("first", arguments.get("first"));
        }
        if (arguments.get("names") instanceof List<?> names) {
            return names.size();
        }
        return arguments.get("ids") instanceof List<?> ids ? ids.size() : 1;
    }

    private static long saturated(long size, long element) {
        return Math.min(Integer.MAX_VALUE, size * Math.min(Integer.MAX_VALUE, element));
    }
}
