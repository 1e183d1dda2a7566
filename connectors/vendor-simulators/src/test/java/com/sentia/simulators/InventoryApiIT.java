package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.RunningSimulator.USA;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.simulators.retail.Retail;
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

/** Locations, items, stock levels and customers over HTTP, with everything in the file already history. */
class InventoryApiIT {
    private static final int ARTICLES = 40;
    private static final String WAREHOUSE = "gid://shopify/Location/6101";

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static RunningSimulator simulator;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        Stream<String> many = IntStream.range(0, ARTICLES).mapToObj(i -> line("1", "S" + i, 2, "08:00:00", "1.25"));
        Stream<String> more = Stream.of(
                line("2", "S0", 3, "11:00:00", "1.25"),
                line("C3", "S0", -3, "11:10:00", "1.25"),
                line("4", "S1", 1, "2011-02-01 12:00:00", "2", "12345.0", "United Kingdom"));
        simulator = RunningSimulator.start(
                Retail.file(folder, Stream.concat(many, more).toArray(String[]::new)),
                folder.resolve("state"),
                Map.of());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void tellsWhoChecksAllThatItHolds() {
        List<String> entities = simulator.entities();

        assertThat(entities.get(0)).isEqualTo("kind,shop,id,sku,updated_at,figures");
        assertThat(entities)
                .anyMatch(line -> line.matches("order," + UK + ",4,\"\",1296561600,placed"))
                .anyMatch(line -> line.matches("refund," + UK + ",\\d+,\"\",1296558600,"))
                .anyMatch(line -> line.matches("product," + UK + ",\\d+,\"S1\",\\d+,2000000"))
                .anyMatch(line -> line.matches("inventory-level," + UK + ",\\d+-6101,\"S7\",\\d+,-?\\d+(/-?\\d+){3}"))
                .contains("location," + UK + ",6103,\"\",0,closed");
        assertThat(entities).filteredOn(line -> line.startsWith("product,")).hasSize(ARTICLES);
        assertThat(entities)
                .filteredOn(line -> line.startsWith("customer," + UK))
                .hasSize(2);
    }

    @Test
    void listsClosedLocationsOnlyWhenAskedTo() {
        String shown =
                "{locations(first: 9, sortKey: ID%s) {nodes {id isActive address {countryCode}}} locationsCount {count}}";

        assertThat(simulator.query(UK, shown.formatted("")).at("/data/locations/nodes"))
                .hasSize(2);
        JsonNode all = simulator.query(UK, shown.formatted(", includeInactive: true, includeLegacy: true"));
        assertThat(all.at("/data/locations/nodes"))
                .extracting(location -> location.path("isActive").asBoolean())
                .containsExactly(true, true, false);
        assertThat(all.at("/data/locations/nodes/0/address/countryCode").asText())
                .isEqualTo("GB");
        assertThat(all.at("/data/locationsCount/count").asInt()).isEqualTo(3);
        assertThat(simulator
                        .query(USA, "{locations(first: 1) {nodes {name} pageInfo {hasNextPage}}}")
                        .at("/data/locations/pageInfo/hasNextPage")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void pagesThroughTheLevelsOfALocation() {
        List<String> items = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("id", WAREHOUSE));
        JsonNode page;
        do {
            page = simulator
                    .query(
                            UK,
                            "query($id: ID!, $after: String) {location(id: $id) {inventoryLevels(first: 7, after: $after)"
                                    + " {nodes {id item {id} location {id}} pageInfo {hasNextPage endCursor}}}}",
                            variables)
                    .at("/data/location/inventoryLevels");
            page.path("nodes").forEach(level -> items.add(level.at("/item/id").asText()));
            variables.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(items).hasSize(ARTICLES).doesNotHaveDuplicates();
    }

    @Test
    void tellsTheFiguresOfALevelAndFindsItByItsId() {
        JsonNode level = simulator.query(UK, """
                        {location(id: "gid://shopify/Location/6101") {inventoryLevels(first: 1) {nodes {id isActive updatedAt
                          item {id sku tracked unitCost {amount currencyCode}}
                          quantities(names: ["available", "on_hand", "committed", "incoming", "reserved"])
                            {name quantity updatedAt}}}}}""").at("/data/location/inventoryLevels/nodes/0");

        Map<String, Integer> figures = new HashMap<>();
        level.path("quantities")
                .forEach(figure -> figures.put(
                        figure.path("name").asText(), figure.path("quantity").asInt()));
        assertThat(figures).containsEntry("reserved", 0).containsKeys("incoming");
        assertThat(figures.getOrDefault("available", -1))
                .isEqualTo(figures.getOrDefault("on_hand", 0) - figures.getOrDefault("committed", 0));
        assertThat(level.at("/item/sku").asText()).isEqualTo("S0");
        assertThat(level.at("/item/tracked").asBoolean()).isTrue();
        assertThat(level.at("/item/unitCost/currencyCode").asText()).isEqualTo("GBP");
        assertThat(simulator
                        .query(
                                UK,
                                "query($id: ID!) {inventoryLevel(id: $id) {id updatedAt} node(id: $id) {id}}",
                                Map.of("id", level.path("id").asText()))
                        .at("/data/inventoryLevel/updatedAt"))
                .isEqualTo(level.path("updatedAt"));
    }

    @Test
    void findsLevelsByTheTimeOfTheirLastChange() {
        String search = "{location(id: \"" + WAREHOUSE
                + "\") {inventoryLevels(first: 250, query: \"%s\") {nodes {item {sku}}}}}";

        assertThat(simulator
                        .query(UK, search.formatted("updated_at:>='2011-02-01T11:00:00Z'"))
                        .at("/data/location/inventoryLevels/nodes"))
                .extracting(level -> level.at("/item/sku").asText())
                .contains("S1")
                .doesNotContain("S9");
        assertThat(simulator
                        .query(UK, search.formatted("updated_at:<'2011-02-01T08:00:00Z'"))
                        .at("/data/location/inventoryLevels/nodes"))
                .isEmpty();
    }

    @Test
    void refusesAFigureThereIsNot() {
        assertThat(simulator
                        .query(
                                UK,
                                "{location(id: \"" + WAREHOUSE
                                        + "\") {inventoryLevels(first: 1) {nodes {quantities(names: [\"lost\"]) {quantity}}}}}")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void chargesEachFigureOfALevel() {
        assertThat(simulator
                        .query(
                                UK,
                                "{location(id: \"" + WAREHOUSE
                                        + "\") {inventoryLevels(first: 10) {nodes {item {id}"
                                        + " quantities(names: [\"available\", \"on_hand\"]) {quantity}}}}}")
                        .at("/extensions/cost/requestedQueryCost")
                        .asInt())
                .isEqualTo(1 + 10 * (1 + 1 + 2));
    }

    @Test
    void listsItemsByTheirIds() {
        JsonNode items = simulator.query(
                UK,
                "{inventoryItems(first: 3) {nodes {id sku updatedAt inventoryLevels(first: 5)"
                        + " {nodes {location {id}}}} pageInfo {hasNextPage}}}");

        assertThat(items.at("/data/inventoryItems/nodes")).hasSize(3);
        assertThat(items.at("/data/inventoryItems/nodes/0/inventoryLevels/nodes/0/location/id")
                        .asText())
                .isEqualTo(WAREHOUSE);
    }

    @Test
    void tellsACustomerByWhatWasBought() {
        JsonNode data = simulator
                .query(
                        UK,
                        "{customers(first: 5, sortKey: UPDATED_AT) {nodes {id createdAt updatedAt state numberOfOrders"
                                + " amountSpent {amount currencyCode}}} customersCount(limit: null) {count}"
                                + " later: customersCount(query: \"updated_at:>='2011-02-01T11:30:00Z'\") {count}}")
                .path("data");

        assertThat(data.at("/customers/nodes/0"))
                .hasToString("{\"id\":\"gid://shopify/Customer/17850\",\"createdAt\":\"2011-02-01T08:00:00Z\","
                        + "\"updatedAt\":\"2011-02-01T11:10:00Z\",\"state\":\"ENABLED\",\"numberOfOrders\":\"2\","
                        + "\"amountSpent\":{\"amount\":\"100.0\",\"currencyCode\":\"GBP\"}}");
        assertThat(data.at("/customersCount/count").asInt()).isEqualTo(2);
        assertThat(data.at("/later/count").asInt()).isEqualTo(1);
    }
}
