package com.sentia.simulators.shopify;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a GraphQL request. */
record GraphqlRequest(String query, @Nullable String operationName, Map<String, Object> variables) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a body; empty if it is not the JSON of a request. */
    static Optional<GraphqlRequest> parse(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode variables = json.path("variables");
            if (!json.path("query").isTextual() || !(isAbsent(variables) || variables.isObject())) {
                return Optional.empty();
            }
            return Optional.of(new GraphqlRequest(
                    json.path("query").asText(),
                    json.path("operationName").isTextual()
                            ? json.path("operationName").asText()
                            : null,
                    isAbsent(variables) ? Map.of() : JSON.convertValue(variables, new TypeReference<>() {})));
        } catch (IOException expected) {
            return Optional.empty();
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
