package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.connectors.kit.SourceException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Talks to one shop of its bulk operations: begins them, asks how they stand, cancels our own. */
final class BulkOperations {
    private static final int COST = 10;
    private static final int LIST_COST = 25;
    private static final String RUN = ShopifyQueries.named("bulk-run");
    private static final String STATE = ShopifyQueries.named("bulk-state");
    private static final String OWN = ShopifyQueries.named("bulk-own");
    private static final String CANCEL = ShopifyQueries.named("bulk-cancel");

    private final ShopifyClient client;

    /** @param client asks once: an operation begun twice would hold two slots */
    BulkOperations(ShopifyClient client) {
        this.client = client;
    }

    /**
     * What came of wanting an operation.
     *
     * @param id of the one that was begun; null when none was
     * @param code why not, in Shopify's code; empty when it told none
     * @param message why not, in its words
     */
    record Begun(@Nullable String id, String code, String message) {
        /** Whether there was no slot for it. */
        boolean isFull() {
            return code.equals("LIMIT_REACHED") || code.equals("OPERATION_IN_PROGRESS");
        }
    }

    /**
     * How an operation stands.
     *
     * @param errorCode why it failed; empty when it did not
     * @param createdAt Shopify's clock
     * @param objects lines of its file, once it has completed
     * @param roots lines without a parent
     * @param bytes size of its file; null when it is not told
     * @param url its file; null when there is none
     * @param partialUrl what it gave before it failed; null when there is nothing, or not yet
     */
    record State(
            String id,
            String status,
            String errorCode,
            Instant createdAt,
            String query,
            long objects,
            long roots,
            @Nullable Long bytes,
            @Nullable URI url,
            @Nullable URI partialUrl) {
        boolean isRunning() {
            return status.equals("CREATED") || status.equals("RUNNING") || status.equals("CANCELING");
        }
    }

    /** The app's operations of late, newest first, and Shopify's clock. */
    record Own(List<State> operations, Instant date) {}

    Begun run(String query) throws SourceException {
        GraphQlAnswer answer = client.ask(RUN, ShopifyClient.variables().put("query", query), COST);
        JsonNode payload = payload(answer, "bulkOperationRunQuery");
        JsonNode problem = payload.path("userErrors").path(0);
        String id = payload.path("bulkOperation").path("id").asText("");
        return new Begun(
                id.isEmpty() ? null : id,
                problem.path("code").asText(""),
                ErrorText.of(problem.path("message").asText("no operation was begun, and nothing told why")));
    }

    /** Empty when the shop does not know the operation. */
    Optional<State> state(String id) throws SourceException {
        GraphQlAnswer answer = client.ask(STATE, ShopifyClient.variables().put("id", id), COST);
        if (answer.errorAt("bulkOperation").isPresent()) {
            throw new SourceException.Retry("Shopify can't tell how bulk operation " + id + " stands", null);
        }
        JsonNode operation = answer.data().path("bulkOperation");
        return operation.isObject() ? Optional.of(state(operation)) : Optional.empty();
    }

    Own own() throws SourceException {
        GraphQlAnswer answer = client.ask(OWN, ShopifyClient.variables(), LIST_COST);
        List<State> operations = new ArrayList<>();
        for (JsonNode operation : payload(answer, "bulkOperations").path("nodes")) {
            operations.add(state(operation));
        }
        return new Own(operations, answer.date());
    }

    /** Only for operations of our own. */
    void cancel(String id) throws SourceException {
        GraphQlAnswer unused = client.ask(CANCEL, ShopifyClient.variables().put("id", id), COST);
    }

    private static JsonNode payload(GraphQlAnswer answer, String field) throws SourceException {
        JsonNode payload = answer.data().path(field);
        if (!payload.isObject()) {
            throw new SourceException.Retry("Shopify does not answer " + field, null);
        }
        return payload;
    }

    private static State state(JsonNode operation) throws SourceException {
        try {
            return new State(
                    operation.path("id").asText(),
                    operation.path("status").asText(),
                    operation.path("errorCode").asText(""),
                    Instant.parse(operation.path("createdAt").asText()),
                    operation.path("query").asText(),
                    operation.path("objectCount").asLong(),
                    operation.path("rootObjectCount").asLong(),
                    operation.hasNonNull("fileSize")
                            ? operation.path("fileSize").asLong()
                            : null,
                    uri(operation.path("url")),
                    uri(operation.path("partialDataUrl")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new SourceException.Retry("a bulk operation's state can't be read", e);
        }
    }

    private static @Nullable URI uri(JsonNode text) {
        return text.isTextual() ? URI.create(text.asText()) : null;
    }
}
