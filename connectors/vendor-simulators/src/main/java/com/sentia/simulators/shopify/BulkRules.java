package com.sentia.simulators.shopify;

import graphql.language.Argument;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/** What Shopify takes for a bulk query. */
final class BulkRules {
    private static final int MOST_CONNECTIONS = 5;
    private static final int DEEPEST = 2;

    private final GraphQLSchema schema;

    BulkRules(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** @throws QueryRefused in Shopify's words as far as they are known */
    void check(ExecutableNormalizedOperation operation) {
        List<ExecutableNormalizedField> roots = operation.getTopLevelFields();
        if (operation.getOperation() != OperationDefinition.Operation.QUERY || roots.size() != 1) {
            throw invalid("Bulk queries must have a single top-level query field.");
        }
        ExecutableNormalizedField root = roots.get(0);
        if (root.getFieldName().equals("node") || root.getFieldName().equals("nodes")) {
            throw invalid("Bulk queries cannot use the top level node(s) field.");
        }
        if (!isConnection(root)) {
            throw invalid("Bulk queries must contain at least one connection.");
        }
        if (connections(root, 1, false) > MOST_CONNECTIONS) {
            throw invalid("Bulk queries cannot contain more than " + MOST_CONNECTIONS + " connections.");
        }
    }

    /** Whether a field is asked for by pages. */
    static boolean isConnection(ExecutableNormalizedField field) {
        return field.getChildren().stream()
                .anyMatch(child -> child.getFieldName().equals("edges")
                        || child.getFieldName().equals("nodes"));
    }

    /** What of a connection's elements is asked for. */
    static ExecutableNormalizedField nodeOf(ExecutableNormalizedField connection) {
        for (ExecutableNormalizedField child : connection.getChildren()) {
            if (child.getFieldName().equals("nodes")) {
                return child;
            }
            for (ExecutableNormalizedField inner : child.getChildren()) {
                if (inner.getFieldName().equals("node")) {
                    return inner;
                }
            }
        }
        throw invalid("Bulk queries must select the node of each connection.");
    }

    /** How many connections a field holds, itself included. */
    private int connections(ExecutableNormalizedField field, int depth, boolean inList) {
        if (!isConnection(field)) {
            boolean list = inList || isList(field);
            return field.getChildren().stream()
                    .mapToInt(child -> connections(child, depth, list))
                    .sum();
        }
        if (inList) {
            throw invalid("Queries that contain a connection field within a list field are not currently supported.");
        }
        if (depth > DEEPEST) {
            throw invalid("Bulk queries cannot contain connections with a nesting depth greater than " + DEEPEST + ".");
        }
        if (field.getAstArguments().stream().map(Argument::getName).anyMatch("sortKey"::equals)) {
            // Shopify takes it and leaves records out; nobody should ask for that.
            throw invalid("not simulated: sortKey in a bulk query");
        }
        ExecutableNormalizedField node = nodeOf(field);
        int below = node.getChildren().stream()
                .mapToInt(child -> connections(child, depth + 1, false))
                .sum();
        boolean hasId = node.getChildren().stream()
                .anyMatch(child -> child.getResultKey().equals("id"));
        if (below > 0 && !hasId) {
            throw invalid("The parent 'node' field for a nested connection must select the 'id' field without an alias"
                    + " and must be of 'ID' return type.");
        }
        return 1 + below;
    }

    private boolean isList(ExecutableNormalizedField field) {
        return GraphQLTypeUtil.unwrapNonNull(field.getType(schema)) instanceof GraphQLList;
    }

    private static QueryRefused invalid(String message) {
        return new QueryRefused(message, "INVALID");
    }
}
