package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Shopify answered to one query.
 *
 * @param data the part of the answer that could be had; a null node when errors left nothing of it
 * @param errors what went wrong in parts of it
 * @param date Shopify's own clock at the answer, to the second
 */
record GraphQlAnswer(JsonNode data, List<PathError> errors, Instant date) {

    /**
     * An error at one place of an answer.
     *
     * @param path the place, from the root
     * @param message Shopify's words
     */
    record PathError(List<String> path, String message) {}

    /** The first error at or below a field of the root. */
    Optional<PathError> errorAt(String rootField) {
        return errors.stream()
                .filter(error -> !error.path().isEmpty() && error.path().get(0).equals(rootField))
                .findFirst();
    }
}
