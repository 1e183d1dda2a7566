package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.shopify.GraphQlAnswer.PathError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides what a GraphQL error means: patience, another try, the end of the unit, or one damaged place. */
final class GraphQlErrors {
    private static final Set<String> PASSING = Set.of("INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE");

    private GraphQlErrors() {}

    static boolean isThrottled(JsonNode errors) {
        for (JsonNode error : errors) {
            if (code(error).equals("THROTTLED")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The errors that concern single places of an answer.
     *
     * @throws SourceException when one concerns the whole of it
     */
    static List<PathError> atPlaces(JsonNode errors) throws SourceException {
        List<PathError> places = new ArrayList<>();
        for (JsonNode error : errors) {
            String code = code(error);
            String message = code + " " + ErrorText.of(error.path("message").asText(""));
            boolean passing = PASSING.contains(code);
            if (code.equals("MAX_COST_EXCEEDED")) {
                throw new SourceException.StopUnit(
                        "Shopify refuses the query as too costly; lower page.orders or page.lines");
            }
            if (code.equals("ACCESS_DENIED")) {
                throw new SourceException.StopUnit("the token lacks an access scope: " + message.strip());
            }
            List<String> path = new ArrayList<>();
            error.path("path").forEach(step -> path.add(step.asText()));
            boolean duringExecution = path.size() > 0 && (passing || !error.hasNonNull("locations") || code.isEmpty());
            if (path.isEmpty() && passing) {
                throw new SourceException.Retry("Shopify failed: " + message.strip(), null);
            }
            if (!duringExecution) {
                throw new SourceException.StopUnit("Shopify refuses the query: " + message.strip());
            }
            places.add(new PathError(List.copyOf(path), message.strip()));
        }
        return places;
    }

    private static String code(JsonNode error) {
        return error.path("extensions").path("code").asText("");
    }
}
