package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.shopify.ScriptedShop.Answer;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products beside orders: against the project's simulator, and where it can't show something against a scripted shop. */
class ShopifyProductsTest {
    static final String NO_PRODUCTS = """
            {"data":{"products":{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}},
             "productsCount":{"count":0,"precision":"EXACT"}}}""";

    private static final String UK = "United Kingdom";
    private static final LocalDateTime OPENING = RetailFileText.OPENING;
    private static final double STILL = 0.001;

    @TempDir
    private Path home;

    @Test
    void readsProductsIntoTheirOwnTopicAfterTheOrders() throws IOException {
        RetailFileText file = new RetailFileText();
        for (int i = 0; i < 12; i++) {
            file.order(500001 + i, 30, OPENING.plusMinutes(i), UK);
        }
        try (RetailShops shops = RetailShops.start(home, file.text(), 1, "PLUS", STILL);
                RunningTask task = start(shops, Map.of("page.orders", "3", "poll.orders", "3"))) {
            task.pollUntil(ShopifyProductsTest::hasProductProgress);

            List<String> entities = task.values(RawRecord.class).stream()
                    .map(RawRecord::getEntity)
                    .toList();
            assertThat(entities.subList(0, 12)).containsOnly("order");
            assertThat(entities.subList(12, entities.size())).hasSize(30).containsOnly("product");
            assertThat(payloads(task))
                    .contains("{\"id\":\"gid://shopify/Product/2\",\"title\":\"THING 20001\",\"productType\":\"\","
                            + "\"updatedAt\":\"" + updatedAt(task, "2") + "\",\"variants\":["
                            + "{\"id\":\"gid://shopify/ProductVariant/2\",\"sku\":\"20001\",\"price\":\"1.25\","
                            + "\"inventoryItem\":{\"unitCost\":{\"amount\":\"0.5\",\"currencyCode\":\"GBP\"}}}]}");
            assertThat(task.records())
                    .allSatisfy(record ->
                            assertThat(record.topic()).isEqualTo(topicOf(SourceUnit.of(record.sourcePartition()))));
            assertThat(productProgress(task).stream()
                            .map(SourceRecord::kafkaPartition)
                            .distinct())
                    .containsExactlyInAnyOrder(0, 1, 2, 3);
        }
    }

    @Test
    void readsAProductAgainWhenItChanges() throws IOException {
        RetailFileText file = new RetailFileText()
                .order(500001, 3, OPENING, UK)
                .add("500002", "20001", 1, OPENING.plusHours(5), "9.75", UK);
        try (RetailShops shops = RetailShops.start(home, file.text(), 0.75, "PLUS", STILL);
                RunningTask task = start(shops, Map.of("overlap", "1m"))) {
            task.pollUntil(ShopifyProductsTest::hasProductProgress);
            assertThat(products(task))
                    .hasSize(3)
                    .noneSatisfy(product -> assertThat(payload(product)).contains("9.75"));

            shops.speed(40_000);
            task.pollUntil(seen -> products(seen).size() == 4);
            assertThat(payload(products(task).get(3))).contains("\"sku\":\"20001\",\"price\":\"9.75\"");
        }
    }

    @Test
    void goesOnInMidCatalogueThoughOrdersWereReadAloneBefore() throws IOException {
        String csv = new RetailFileText().order(500001, 45, OPENING, UK).text();
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", STILL)) {
            Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
            try (RunningTask task = start(shops, Map.of("streams", "orders"), offsets)) {
                task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());
            }
            List<RawRecord> read = new ArrayList<>();
            try (RunningTask task = start(shops, Map.of("page.products", "10"), offsets)) {
                task.pollUntil(seen -> products(seen).size() >= 20);
                read.addAll(products(task));
            }
            Map<String, String> partition =
                    ShopifyStream.PRODUCTS.unit(RetailShops.UK).partition();
            assertThat(offsets.get(partition)).containsKey("page_token").containsEntry("window_read", 20L);
            try (RunningTask task = start(shops, Map.of("page.products", "10"), offsets)) {
                task.pollUntil(ShopifyProductsTest::hasProductProgress);
                read.addAll(products(task));
            }

            assertThat(read.stream().map(RawRecord::getId))
                    .doesNotHaveDuplicates()
                    .hasSize(45);
        }
    }

    @Test
    void readsOrdersThoughProductsFail() throws IOException {
        // The shop answers every question with orders, so that products can't be listed.
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder());
                RunningTask task = RunningTask.start(both(shop.baseUrl(), ScriptedShop.DOMAIN))) {
            task.pollUntil(seen -> asked(shop, "products(") > 1);

            shop.otherwise(Answer.of(200, ScriptedShop.page(ScriptedShop.order(2, "2026-01-01T11:00:00Z"), 1)));
            task.pollUntil(seen -> seen.values(RawRecord.class).size() == 2);
            assertThat(products(task)).isEmpty();
        }
    }

    @Test
    void asksForTheVariantsThatDidNotFitThePage() throws IOException {
        Answer page = Answer.of(200, """
                {"data":{"products":{"nodes":[{"id":"gid://shopify/Product/7","title":"Holder","productType":"Decoration",
                   "updatedAt":"2026-01-01T10:00:00Z","variants":{"nodes":[%s],
                   "pageInfo":{"hasNextPage":true,"endCursor":"behind"}}}],
                 "pageInfo":{"hasNextPage":false,"endCursor":null}},
                 "productsCount":{"count":1,"precision":"EXACT"}}}""".formatted(variant(71)));
        Answer rest = Answer.of(200, """
                {"data":{"part0":{"updatedAt":"2026-01-01T10:00:00Z","variants":{"nodes":[%s],
                   "pageInfo":{"hasNextPage":false,"endCursor":null}}}}}""".formatted(variant(72)));
        Map<String, String> config = both("", ScriptedShop.DOMAIN);
        try (ScriptedShop shop = new ScriptedShop(Answer.of(200, NO_PRODUCTS)).then(page, rest)) {
            config.put("base.url", shop.baseUrl());
            config.put("streams", "products");
            try (RunningTask task = RunningTask.start(config)) {
                task.pollUntil(seen -> !products(seen).isEmpty());

                assertThat(payload(products(task).get(0)))
                        .contains("\"variants\":[" + variant(71) + "," + variant(72) + "]");
                assertThat(shop.requests()
                                .get(1)
                                .path("variables")
                                .path("after0")
                                .asText())
                        .isEqualTo("behind");
            }
        }
    }

    private static String variant(int id) {
        return "{\"id\":\"gid://shopify/ProductVariant/" + id + "\",\"sku\":\"S" + id + "\",\"price\":\"2.55\","
                + "\"inventoryItem\":{\"unitCost\":{\"amount\":\"1.1\",\"currencyCode\":\"GBP\"}}}";
    }

    private static long asked(ScriptedShop shop, String field) {
        return shop.requests().stream()
                .filter(request -> request.path("query").asText().contains(field))
                .count();
    }

    private static RunningTask start(RetailShops shops, Map<String, String> more) {
        return start(shops, more, new HashMap<>());
    }

    private static RunningTask start(
            RetailShops shops, Map<String, String> more, Map<Map<String, ?>, Map<String, Object>> offsets) {
        Map<String, String> config = both(shops.baseUrl(), RetailShops.UK);
        config.putAll(more);
        return RunningTask.start(config, offsets);
    }

    private static Map<String, String> both(String baseUrl, String shop) {
        Map<String, String> config = RunningTask.config(baseUrl, shop);
        config.put("streams", "orders,products");
        config.put("products.poll.interval", "50ms");
        return config;
    }

    private static boolean hasProductProgress(RunningTask task) {
        return !productProgress(task).isEmpty();
    }

    private static List<SourceRecord> productProgress(RunningTask task) {
        return task.records().stream()
                .filter(record -> RunningTask.CODEC.decode((byte[]) record.value()) instanceof SourceProgress progress
                        && progress.getEntity().equals("product"))
                .toList();
    }

    private static List<RawRecord> products(RunningTask task) {
        return task.values(RawRecord.class).stream()
                .filter(record -> record.getEntity().equals("product"))
                .toList();
    }

    private static Set<String> payloads(RunningTask task) {
        Set<String> payloads = new HashSet<>();
        products(task).forEach(record -> payloads.add(payload(record)));
        return payloads;
    }

    private static String updatedAt(RunningTask task, String id) {
        return products(task).stream()
                .filter(record -> record.getId().equals(id))
                .findFirst()
                .map(record -> Instant.ofEpochSecond(record.getVersion().getUpdatedAtMicros() / 1_000_000)
                        .toString())
                .orElseThrow();
    }

    private static String topicOf(SourceUnit unit) {
        return unit.entity().equals("product") ? Topics.RAW_SHOPIFY_PRODUCT.name() : Topics.RAW_SHOPIFY_ORDER.name();
    }

    private static String payload(RawRecord record) {
        return StandardCharsets.UTF_8.decode(record.getPayload().duplicate()).toString();
    }
}
