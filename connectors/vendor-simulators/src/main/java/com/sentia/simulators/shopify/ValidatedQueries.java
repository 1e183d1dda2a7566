package com.sentia.simulators.shopify;

import graphql.ExecutionInput;
import graphql.GraphQLException;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.RawVariables;
import graphql.language.Document;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parses queries and validates them against the schema; a text that came before is not parsed again. */
final class ValidatedQueries {
    private static final int REMEMBERED = 200;

    private final GraphQLSchema schema;
    private final Map<String, Document> valid = new LinkedHashMap<>();

    ValidatedQueries(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * The operation with fragments resolved and arguments filled in.
     *
     * @throws QueryRefused when the query is not valid or its variables don't fit
     */
    ExecutableNormalizedOperation operation(
            String query, @Nullable String operationName, Map<String, Object> variables) {
        Document document = document(query);
        try {
            return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(
                    schema, document, operationName, RawVariables.of(variables));
        } catch (GraphQLException e) {
            throw new QueryRefused(String.valueOf(e.getMessage()), "INVALID_VARIABLE");
        }
    }

    private synchronized Document document(String query) {
        Document known = valid.get(query);
        if (known != null) {
            return known;
        }
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(query).build());
        if (result.isFailure()) {
            throw new QueryRefused(QueryErrors.of(List.copyOf(result.getErrors())));
        }
        if (valid.size() >= REMEMBERED) {
            valid.remove(valid.keySet().iterator().next());
        }
        Document fresh = Objects.requireNonNull(result.getDocument());
        valid.put(query, fresh);
        return fresh;
    }
}
