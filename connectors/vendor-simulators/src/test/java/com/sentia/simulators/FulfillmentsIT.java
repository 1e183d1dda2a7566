package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.simulators.retail.Retail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fulfilment orders over HTTP: one that has long been sent, one that was called off, one that was only just placed. */
class FulfillmentsIT {
    private static final int LINES = 30;
    private static final String TOLD = """
            {fulfillmentOrders(first: %d, sortKey: UPDATED_AT%s) {
              nodes {id status createdAt updatedAt fulfillBy orderId assignedLocation {location {id}}
                lineItems(first: 40) {nodes {id sku totalQuantity remainingQuantity lineItem {id quantity}}}
                fulfillments(first: 10) {nodes {id status createdAt updatedAt totalQuantity
                  fulfillmentLineItems(first: 1) {nodes {id quantity lineItem {id}} pageInfo {hasNextPage}}}}}
              pageInfo {hasNextPage endCursor}}}""";

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static RunningSimulator simulator;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        Stream<String> sent = IntStream.range(0, LINES)
                .mapToObj(i -> line("1", "S" + i, 2, "2011-01-04 08:00:00", "1.25", "1", "United Kingdom"));
        Stream<String> others = Stream.of(
                line("2", "S0", 7_000, "2011-01-10 09:00:00", "1.25", "2", "United Kingdom"),
                line("C3", "S0", -7_000, "2011-01-10 09:10:00", "1.25", "2", "United Kingdom"),
                line("4", "S1", 1, "2011-02-01 12:00:00", "2", "3", "United Kingdom"));
        simulator = RunningSimulator.start(
                Retail.file(folder, Stream.concat(sent, others).toArray(String[]::new)),
                folder.resolve("state"),
                Map.of());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void sendsEveryUnitOfAnOrderOnceFromItsPlaces() {
        List<JsonNode> ofFirst = told(", includeClosed: true").stream()
                .filter(one -> one.path("orderId").asText().equals("gid://shopify/Order/1"))
                .toList();

        int lines = 0;
        int sent = 0;
        for (JsonNode one : ofFirst) {
            assertThat(one.path("status").asText()).isEqualTo("CLOSED");
            assertThat(one.at("/assignedLocation/location/id").asText()).startsWith("gid://shopify/Location/61");
            for (JsonNode due : one.at("/lineItems/nodes")) {
                assertThat(due.path("totalQuantity")).isEqualTo(due.at("/lineItem/quantity"));
                assertThat(due.path("remainingQuantity").asInt(-1)).isZero();
                lines++;
            }
            for (JsonNode fulfillment : one.at("/fulfillments/nodes")) {
                sent += fulfillment.path("totalQuantity").asInt();
            }
        }
        assertThat(lines).isEqualTo(LINES);
        assertThat(sent).isEqualTo(2 * LINES);
    }

    @Test
    void listsWhatIsDoneOnlyWhenAskedTo() {
        assertThat(told(""))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("status").asText()).isIn("OPEN", "IN_PROGRESS"))
                .allSatisfy(one -> assertThat(one.path("orderId").asText()).isEqualTo("gid://shopify/Order/4"));
        assertThat(told(", includeClosed: true"))
                .filteredOn(one -> one.path("orderId").asText().equals("gid://shopify/Order/2"))
                .extracting(one -> one.path("status").asText())
                .containsOnly("CANCELLED");
    }

    @Test
    void pagesAndFindsThemByWhenTheyChanged() {
        List<JsonNode> all = told(", includeClosed: true");
        assertThat(all)
                .extracting(one -> Instant.parse(one.path("updatedAt").asText()))
                .isSorted();

        List<String> paged = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = simulator
                    .query(UK, TOLD.formatted(1, ", includeClosed: true" + after))
                    .at("/data/fulfillmentOrders");
            paged.add(page.at("/nodes/0/id").asText());
            after = ", after: \"" + page.at("/pageInfo/endCursor").asText() + "\"";
            more = page.at("/pageInfo/hasNextPage").asBoolean();
        }
        assertThat(paged).containsExactlyElementsOf(ids(all));
        String last = all.get(all.size() - 1).path("updatedAt").asText();
        assertThat(told(", includeClosed: true, query: \"updated_at:>='" + last + "'\""))
                .allSatisfy(one -> assertThat(one.path("updatedAt").asText()).isEqualTo(last));
        String id = paged.get(0);
        assertThat(simulator
                        .query(UK, "{fulfillmentOrder(id: \"" + id + "\") {id}}")
                        .at("/data/fulfillmentOrder/id")
                        .asText())
                .isEqualTo(id);
    }

    private static List<JsonNode> told(String arguments) {
        JsonNode answer = simulator.query(UK, TOLD.formatted(8, arguments));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        List<JsonNode> nodes = new ArrayList<>();
        answer.at("/data/fulfillmentOrders/nodes").forEach(nodes::add);
        return nodes;
    }

    private static List<String> ids(List<JsonNode> nodes) {
        return nodes.stream().map(one -> one.path("id").asText()).toList();
    }
}
