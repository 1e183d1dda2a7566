package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.RunningSimulator.await;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.simulators.retail.Retail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk operations as an app sees them. */
class BulkIT {
    private static final String ORDERS =
            "{orders {edges {node {id lineItems {edges {node {__typename id sku}}} refunds(first: 1) {id}}}}}";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // started before each test
    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        Path data = Retail.file(
                folder,
                line("1", "A", 1, "08:00:00", "1"),
                line("1", "E", 1, "08:00:00", "1"),
                line("2", "A", 2, "09:00:00", "1"),
                line("3", "C", 3, "10:30:00", "1"));
        simulator = RunningSimulator.start(
                data, folder.resolve("state"), Map.of("bulk.takes", "1ms", "clock.speed", "1", "plan", "PLUS"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void giveChildrenBehindTheirParents() throws Exception {
        JsonNode done =
                completed(begun(ORDERS, true).path("bulkOperation").path("id").asText());

        assertThat(done.path("objectCount").asText()).isEqualTo("7");
        assertThat(done.path("rootObjectCount").asText()).isEqualTo("3");
        List<String> lines =
                get(done.path("url").asText(), "bytes=0-").body().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).contains("gid://shopify/Order/1\"").doesNotContain("__parentId");
        assertThat(lines.get(1)).contains("LineItem", "\"__parentId\":\"gid://shopify/Order/1\"");
        assertThat(lines.get(3)).contains("gid://shopify/Order/2\"");
    }

    @Test
    void giveAllParentsFirstWhereTheyAreNotToBeGrouped() throws Exception {
        JsonNode done =
                completed(begun(ORDERS, false).path("bulkOperation").path("id").asText());

        List<String> lines =
                get(done.path("url").asText(), "bytes=0-").body().lines().toList();
        assertThat(lines.subList(0, 3)).noneMatch(one -> one.contains("__parentId"));
        assertThat(lines.subList(3, 7)).allMatch(one -> one.contains("__parentId"));
    }

    @Test
    void handOutPartsOfTheFile() throws Exception {
        JsonNode done =
                completed(begun(ORDERS, true).path("bulkOperation").path("id").asText());
        String url = done.path("url").asText();
        String whole = get(url, "bytes=0-").body();

        HttpResponse<String> part = get(url, "bytes=5-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(whole.substring(5, 10));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 5-9/" + whole.length());
        assertThat(get(url, "bytes=" + whole.length() + "-").statusCode()).isEqualTo(416);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{shop {name}}",
                "{orders {edges {node {id refunds {id refundLineItems {edges {node {id}}}}}}}}",
                "{orders(sortKey: UPDATED_AT) {edges {node {id}}}}",
                "{orders {edges {node {name lineItems {edges {node {id}}}}}}}",
                "{orders {edges {node {id}}} products {edges {node {id}}}}"
            })
    void areRefusedForWhatIsNoBulkQuery(String query) {
        JsonNode refused = begun(query, false);

        assertThat(refused.path("bulkOperation").isNull()).isTrue();
        assertThat(refused.path("userErrors").path(0).path("code").asText()).isEqualTo("INVALID");
    }

    @Test
    void needASlotOfFive() {
        simulator.control("bulk", Map.of("shop", UK, "strangers", 4));
        simulator.control("faults", Map.of("shop", UK, "kind", "bulk-slow", "count", 1));
        String id = begun(ORDERS, true).path("bulkOperation").path("id").asText();
        assertThat(begun(ORDERS, true).path("userErrors").path(0).path("code").asText())
                .isEqualTo("LIMIT_REACHED");

        simulator.query(
                UK, "mutation($id: ID!) {bulkOperationCancel(id: $id) {userErrors {message}}}", Map.of("id", id));
        assertThat(state(id).path("status").asText()).isEqualTo("CANCELED");
        assertThat(begun(ORDERS, true).path("bulkOperation").path("id").asText())
                .startsWith("gid://shopify/BulkOperation/");
    }

    @Test
    void tellWhatTheyGaveBeforeTheyFailed() throws Exception {
        simulator.control("faults", Map.of("shop", UK, "kind", "bulk-partial", "count", 1));
        String id = begun(ORDERS, true).path("bulkOperation").path("id").asText();
        await("it fails", () -> state(id).path("status").asText().equals("FAILED"));

        assertThat(state(id).path("errorCode").asText()).isEqualTo("TIMEOUT");
        assertThat(get(state(id).path("partialDataUrl").asText(), "bytes=0-")
                        .body()
                        .lines())
                .hasSize(3);
    }

    @Test
    void areListedNewestFirst() {
        String id = begun(ORDERS, true).path("bulkOperation").path("id").asText();
        await(
                "it completes",
                () -> simulator
                        .query(
                                UK,
                                "{bulkOperations(first: 5, query: \"status:completed operation_type:query\") {nodes {id}}}")
                        .at("/data/bulkOperations/nodes/0/id")
                        .asText()
                        .equals(id));
    }

    private JsonNode begun(String query, boolean grouped) {
        return simulator
                .query(
                        UK,
                        "mutation($query: String!, $grouped: Boolean!) {bulkOperationRunQuery(query: $query,"
                                + " groupObjects: $grouped) {bulkOperation {id status} userErrors {code message}}}",
                        Map.of("query", query, "grouped", grouped))
                .at("/data/bulkOperationRunQuery");
    }

    private JsonNode completed(String id) {
        await("it completes", () -> state(id).path("status").asText().equals("COMPLETED"));
        return state(id);
    }

    private JsonNode state(String id) {
        return simulator
                .query(
                        UK,
                        "query($id: ID!) {bulkOperation(id: $id) {status errorCode objectCount rootObjectCount url"
                                + " partialDataUrl}}",
                        Map.of("id", id))
                .at("/data/bulkOperation");
    }

    private static HttpResponse<String> get(String url, String range) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Range", range)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
