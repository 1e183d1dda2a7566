package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.EU;
import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.simulators.retail.Retail;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API over HTTP, with everything in the file already history. */
class ShopifyApiIT {
    private static final int MANY_LINES = 600;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static RunningSimulator simulator;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        Stream<String> small = Stream.of(
                line("1", "A", 5, "08:00:00", "1.25"),
                line("1", "POST", 1, "08:00:00", "18"),
                line("1", "D", 1, "08:00:00", "2.5"),
                line("2", "A", 2, "09:00:00", "1.25"),
                line("C3", "A", -2, "10:00:00", "1.5"),
                line("C3", "A", -1, "10:00:00", "1.5"),
                line("C3", "POST", -1, "10:00:00", "18"),
                line("C3", "D", -1, "10:00:00", "0.5"),
                line("C4", "Z", -7, "11:00:00", "3"),
                line("5", "A", 1, "2011-02-01 12:00:00", "1", "", "France"));
        Stream<String> large = IntStream.range(0, MANY_LINES).mapToObj(i -> line("6", "S" + i, 1, "13:00:00", "1"));
        simulator = RunningSimulator.start(
                Retail.file(folder, Stream.concat(small, large).toArray(String[]::new)),
                folder.resolve("state"),
                Map.of());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void servesAnOrderWithItsLinesShippingAndDiscount() {
        JsonNode order = simulator
                .query(UK, """
                        query($id: ID!) { order(id: $id) {
                          __typename id name createdAt updatedAt cancelledAt customer { id displayName email }
                          totalPriceSet { shopMoney { amount currencyCode } }
                          lineItems(first: 5) { nodes { id sku title quantity currentQuantity
                            originalUnitPriceSet { shopMoney { amount } } } }
                          shippingLines(first: 5) { edges { node { id originalPriceSet { presentmentMoney { amount } } } } }
                          discountApplications(first: 5) { nodes { index __typename value { __typename
                            ... on MoneyV2 { amount } ... on PricingPercentageValue { percentage } } } } } }""", Map.of("id", "gid://shopify/Order/1"))
                .path("data")
                .path("order");

        assertThat(order.path("__typename").asText()).isEqualTo("Order");
        assertThat(order.path("createdAt").asText()).isEqualTo("2011-02-01T08:00:00Z");
        assertThat(order.path("updatedAt").asText()).isEqualTo("2011-02-01T10:00:00Z");
        assertThat(order.path("cancelledAt").isNull()).isTrue();
        assertThat(order.path("customer").path("id").asText()).isEqualTo("gid://shopify/Customer/17850");
        assertThat(order.at("/customer/email").asText()).endsWith("@customer.example");
        assertThat(order.at("/totalPriceSet/shopMoney/amount").asText()).isEqualTo("21.75");
        assertThat(order.at("/lineItems/nodes/0"))
                .hasToString("{\"id\":\"gid://shopify/LineItem/1\",\"sku\":\"A\","
                        + "\"title\":\"THING A\",\"quantity\":5,\"currentQuantity\":4,"
                        + "\"originalUnitPriceSet\":{\"shopMoney\":{\"amount\":\"1.25\"}}}");
        assertThat(order.at("/shippingLines/edges/0/node"))
                .hasToString("{\"id\":\"gid://shopify/ShippingLine/2\","
                        + "\"originalPriceSet\":{\"presentmentMoney\":{\"amount\":\"18.0\"}}}");
        assertThat(order.at("/discountApplications/nodes/0"))
                .hasToString("{\"index\":0,\"__typename\":\"ManualDiscountApplication\","
                        + "\"value\":{\"__typename\":\"MoneyV2\",\"amount\":\"2.5\"}}");
    }

    @Test
    void servesRefundsWithPartsAdjustmentsAndShipping() {
        JsonNode order = simulator.query(UK, """
                        { node(id: "gid://shopify/Order/2") { ... on Order { cancelledAt cancelReason
                          displayFinancialStatus refunds(first: 3) { id createdAt
                          totalRefundedSet { shopMoney { amount } }
                          refundLineItems(first: 3) { nodes { id quantity lineItem { id }
                            subtotalSet { shopMoney { amount } } } }
                          orderAdjustments(first: 3) { nodes { id reason amountSet { shopMoney { amount } } } }
                          refundShippingLines(first: 3) { nodes { id shippingLine { id isRemoved }
                            subtotalAmountSet { shopMoney { amount } } } } } } } }""").at("/data/node");

        assertThat(order.path("cancelledAt").asText()).isEqualTo("2011-02-01T10:00:00Z");
        assertThat(order.path("cancelReason").asText()).isEqualTo("CUSTOMER");
        assertThat(order.path("displayFinancialStatus").asText()).isEqualTo("REFUNDED");
        JsonNode refund = order.at("/refunds/0");
        assertThat(refund.path("id").asText()).isEqualTo("gid://shopify/Refund/3000");
        assertThat(refund.at("/totalRefundedSet/shopMoney/amount").asText()).isEqualTo("21.5");
        assertThat(refund.at("/refundLineItems/nodes"))
                .hasToString("[{\"id\":\"gid://shopify/RefundLineItem/5000\",\"quantity\":2,"
                        + "\"lineItem\":{\"id\":\"gid://shopify/LineItem/4\"},"
                        + "\"subtotalSet\":{\"shopMoney\":{\"amount\":\"3.0\"}}}]");
        assertThat(refund.at("/orderAdjustments/nodes"))
                .hasToString("[{\"id\":\"gid://shopify/OrderAdjustment/8\",\"reason\":\"CUSTOMER\","
                        + "\"amountSet\":{\"shopMoney\":{\"amount\":\"0.5\"}}}]");
        assertThat(refund.at("/refundShippingLines/nodes"))
                .hasToString("[{\"id\":\"gid://shopify/RefundShippingLine/7\","
                        + "\"shippingLine\":{\"id\":\"gid://shopify/ShippingLine/7\",\"isRemoved\":true},"
                        + "\"subtotalAmountSet\":{\"shopMoney\":{\"amount\":\"18.0\"}}}]");
    }

    @Test
    void hangsARefundWithoutOrderOnAnOrderInWhichNothingWasSold() {
        JsonNode refund = simulator.query(UK, """
                        { refund(id: "gid://shopify/Refund/4000") { order { id
                          lineItems(first: 2) { nodes { id quantity sku } } discountApplications(first: 2) { nodes { index } } }
                          refundLineItems(first: 2) { nodes { quantity lineItem { id } } } } }""").at("/data/refund");

        assertThat(refund.path("order"))
                .hasToString("{\"id\":\"gid://shopify/Order/9000000004\",\"lineItems\":{\"nodes\":"
                        + "[{\"id\":\"gid://shopify/LineItem/9\",\"quantity\":0,\"sku\":\"Z\"}]},"
                        + "\"discountApplications\":{\"nodes\":[]}}");
        assertThat(refund.at("/refundLineItems/nodes/0/quantity").asInt()).isEqualTo(7);
    }

    @Test
    void pagesThroughMoreLinesThanOneAnswerMayHold() {
        List<String> ids = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("id", "gid://shopify/Order/6"));
        JsonNode page;
        int pages = 0;
        do {
            page = simulator
                    .query(
                            UK,
                            "query($id: ID!, $after: String) { order(id: $id) { lineItems(first: 250, after: $after) {"
                                    + " edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } }",
                            variables)
                    .at("/data/order/lineItems");
            page.path("edges").forEach(edge -> ids.add(edge.at("/node/id").asText()));
            variables.put("after", page.at("/pageInfo/endCursor").asText());
            pages++;
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(pages).isEqualTo(3);
        assertThat(ids)
                .containsExactlyElementsOf(IntStream.range(11, 11 + MANY_LINES)
                        .mapToObj(i -> "gid://shopify/LineItem/" + i)
                        .toList());
    }

    @Test
    void keepsEachShopToItself() {
        JsonNode ids = simulator.query(EU, "{orders(first: 10, sortKey: ID) {nodes {id customer {id}}}}");

        assertThat(ids.at("/data/orders/nodes")).hasToString("[{\"id\":\"gid://shopify/Order/5\",\"customer\":null}]");
    }

    @Test
    void countsOrders() {
        assertThat(simulator.query(UK, "{ordersCount {count precision}}").at("/data/ordersCount"))
                .hasToString("{\"count\":4,\"precision\":\"EXACT\"}");
        assertThat(simulator
                        .query(UK, "{ordersCount(limit: 2) {count precision}}")
                        .at("/data/ordersCount"))
                .hasToString("{\"count\":2,\"precision\":\"AT_LEAST\"}");
    }

    @Test
    void servesProductsAsLastSold() {
        JsonNode product = simulator
                .query(
                        UK,
                        "{products(first: 1, sortKey: ID) {nodes {title updatedAt"
                                + " variants(first: 1) {nodes {sku price}}}}}")
                .at("/data/products/nodes/0");

        assertThat(product)
                .hasToString("{\"title\":\"THING A\",\"updatedAt\":\"2011-02-01T08:00:00Z\","
                        + "\"variants\":{\"nodes\":[{\"sku\":\"A\",\"price\":\"1.25\"}]}}");
    }

    @Test
    void countsProductsThatASearchFinds() {
        assertThat(simulator.query(UK, "{productsCount {count precision}}").at("/data/productsCount"))
                .hasToString("{\"count\":" + (MANY_LINES + 1) + ",\"precision\":\"EXACT\"}");
        assertThat(simulator
                        .query(UK, "{productsCount(query: \"updated_at:<='2011-02-01T08:00:00Z'\") {count precision}}")
                        .at("/data/productsCount"))
                .hasToString("{\"count\":1,\"precision\":\"EXACT\"}");
        assertThat(simulator
                        .query(UK, "{productsCount(limit: 5) {count precision}}")
                        .at("/data/productsCount"))
                .hasToString("{\"count\":5,\"precision\":\"AT_LEAST\"}");
    }

    @Test
    void tellsWhatAVariantCosts() {
        JsonNode item = simulator
                .query(UK, "{productVariants(first: 1, sortKey: ID) {nodes {inventoryItem {sku unitCost {amount}}}}}")
                .at("/data/productVariants/nodes/0/inventoryItem");

        assertThat(item.path("sku").asText()).isEqualTo("A");
        assertThat(new BigDecimal(item.at("/unitCost/amount").asText()))
                .isBetween(new BigDecimal("0.25"), new BigDecimal("1.01"));
    }

    @Test
    void tellsTheAccessScopesOfTheToken() {
        assertThat(simulator
                        .query(UK, "{currentAppInstallation {accessScopes {handle}}}")
                        .at("/data/currentAppInstallation/accessScopes"))
                .extracting(scope -> scope.path("handle").asText())
                .containsExactly(
                        "read_orders",
                        "read_all_orders",
                        "read_products",
                        "read_customers",
                        "read_inventory",
                        "read_locations",
                        "read_merchant_managed_fulfillment_orders");
    }

    @Test
    void tellsNoScopeThatIsWithheld() {
        simulator.control("scopes", Map.of("shop", UK, "withheld", List.of("read_customers", "read_inventory")));

        assertThat(simulator
                        .query(UK, "{currentAppInstallation {accessScopes {handle}}}")
                        .at("/data/currentAppInstallation/accessScopes"))
                .extracting(scope -> scope.path("handle").asText())
                .containsExactly(
                        "read_orders",
                        "read_all_orders",
                        "read_products",
                        "read_locations",
                        "read_merchant_managed_fulfillment_orders");
        simulator.control("scopes", Map.of("shop", UK, "withheld", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{orders(first: 1) {nodes {nme}}} | undefinedField",
                "{orders(first: 1) {nodes {customer {colour}}}} | undefinedField",
                "{ordrs(first: 1) {nodes {id}}} | undefinedField",
                "{orders(first: 1, since: 3) {nodes {id}}} | argumentNotAccepted",
                "{orders(first: 1, sortKey: NEWEST) {nodes {id}}} | argumentLiteralsIncompatible",
                "{orders(first: \"1\") {nodes {id}}} | argumentLiteralsIncompatible",
                "{order {id}} | missingRequiredArguments",
                "{orders(first: 1) {nodes}} | selectionMismatch",
                "{orders(first: 1) {nodes {id | parseError",
                "{orders {nodes {id}}} | BAD_REQUEST",
                "{orders(first: 251) {nodes {id}}} | BAD_USER_INPUT",
                "{orders(first: 1, after: \"nonsense\") {nodes {id}}} | BAD_USER_INPUT",
                "{orders(first: 1, sortKey: TOTAL_PRICE) {nodes {id}}} | NOT_SIMULATED",
                "{orders(first: 1) {nodes {transactions(capturable: true) {id}}}} | NOT_SIMULATED",
                "{customers(first: 1, sortKey: NAME) {nodes {id}}} | NOT_SIMULATED",
                "{customers(first: 1, query: \"email:x\") {nodes {id}}} | NOT_SIMULATED",
                "{locations(first: 1, query: \"name:x\") {nodes {id}}} | NOT_SIMULATED",
                "{inventoryItems(first: 1, query: \"sku:x\") {nodes {id}}} | NOT_SIMULATED",
                "{inventoryLevel(id: \"gid://shopify/InventoryLevel/1\") {id}} | argumentLiteralsIncompatible",
                "{orders(first: 1) {nodes {events(first: 1) {edges {node {id}}}}}} | NOT_SIMULATED",
                "{orders(first: 250) {nodes {lineItems(first: 10) {nodes {id}}}}} | MAX_COST_EXCEEDED"
            })
    void refusesAWrongQueryWithACode(String query, String code) {
        JsonNode answer = simulator.query(UK, query);

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo(code);
        assertThat(answer.at("/errors/0/message").asText()).isNotEmpty();
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void tellsWhatAQueryCost() {
        JsonNode cost = simulator
                .query(
                        UK,
                        "{orders(first: 10, query: \"id:1\") {nodes {id lineItems(first: 4) {nodes {id"
                                + " originalUnitPriceSet {shopMoney {amount}}}} refunds(first: 2) {id}}"
                                + " pageInfo {hasNextPage}}}")
                .at("/extensions/cost");

        assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(10 * (1 + 4 * 3 + 2));
        assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(1 + 3 + 1);
        assertThat(cost.at("/throttleStatus/maximumAvailable").asDouble()).isEqualTo(2000.0);
        assertThat(cost.at("/throttleStatus/restoreRate").asDouble()).isEqualTo(100.0);
    }

    @ParameterizedTest
    @CsvSource({
        "/shops/sentia-mars.myshopify.com/admin/api/2026-10/graphql.json, shpat_simulated, 404",
        "/shops/sentia-uk.myshopify.com/admin/api/2024-01/graphql.json, shpat_simulated, 404",
        "/shops/sentia-uk.myshopify.com/admin/api/2026-10/orders.json, shpat_simulated, 404",
        "/shops/sentia-uk.myshopify.com/admin/api/2026-10/graphql.json, shpat_other, 401"
    })
    void refusesAWrongAddressOrToken(String path, String token, int status) {
        HttpResponse<String> answer = simulator.post(path, token, "{\"query\": \"{shop {name}}\"}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"errors\":\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"query", "[]", "{\"query\": 5}", "{\"query\":\"{shop{id}}\",\"variables\":[]}"})
    void refusesABodyThatIsNoRequest(String body) {
        assertThat(simulator
                        .post("/shops/" + UK + "/admin/api/2026-10/graphql.json", RunningSimulator.TOKEN, body)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysWhichVersionAndVirtualTimeAnswered() {
        HttpResponse<String> answer = simulator.post(
                "/shops/" + UK + "/admin/api/2026-10/graphql.json",
                RunningSimulator.TOKEN,
                "{\"query\": \"{shop {currencyCode ianaTimezone}}\"}");

        assertThat(answer.headers().firstValue("X-Shopify-API-Version")).contains("2026-10");
        assertThat(answer.headers().firstValue("Date")).contains("Tue, 01 Feb 2011 13:00:00 GMT");
    }
}
