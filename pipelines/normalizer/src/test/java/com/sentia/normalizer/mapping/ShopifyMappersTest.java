package com.sentia.normalizer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.schemas.Feed;
import com.sentia.schemas.RawRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShopifyMappersTest {
    private static final String LEVEL = "501-6101";
    private static final Map<String, String> REGIONS = Map.of("sentia-uk.myshopify.com", "UK");

    @TestFactory
    Stream<DynamicTest> mapsOrdersAsTheGoldenPairsSay() {
        PayloadMapper mapper = new ShopifyOrderMapper(REGIONS);
        return checks("orders", "order", mapper);
    }

    @TestFactory
    Stream<DynamicTest> mapsProductsAsTheGoldenPairsSay() {
        return checks("products", "product", new ShopifyProductMapper("GBP"));
    }

    @TestFactory
    Stream<DynamicTest> mapsStockLevelsAsTheGoldenPairsSay() {
        PayloadMapper mapper = new ShopifyLevelMapper();
        List<GoldenPair> pairs = GoldenPair.in("inventory-levels");
        assertThat(pairs).isNotEmpty();
        return pairs.stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> {
                    JsonNode now = pair.mappedBy(mapper, pair.raw("inventory-level", LEVEL));
                    assertThat(now).isEqualTo(pair.expected(now));
                }));
    }

    @Test
    void readsNoStockLevelFromAWebhook() throws Exception {
        GoldenPair counted = GoldenPair.in("inventory-levels").get(0);

        JsonNode made = counted.mappedBy(new ShopifyLevelMapper(), counted.raw("inventory-level", LEVEL, Feed.WEBHOOK));

        assertThat(made.path("reason").asText()).isEqualTo("unmappable-payload");
    }

    @Test
    void refusesAnOrderOfAShopWithoutRegion() throws Exception {
        GoldenPair placed = GoldenPair.in("orders").stream()
                .filter(pair -> pair.name().equals("placed"))
                .findFirst()
                .orElseThrow();

        JsonNode made = placed.mappedBy(new ShopifyOrderMapper(Map.of()), placed.raw("order", "536365"));

        assertThat(made.path("reason").asText()).isEqualTo("unknown-unit");
    }

    @Test
    void repeatsNoContentOfAPayloadInAReason() throws Exception {
        List<GoldenPair> refused = GoldenPair.in("orders").stream()
                .filter(pair -> pair.name().startsWith("refused"))
                .toList();

        assertThat(refused).isNotEmpty();
        for (GoldenPair pair : refused) {
            JsonNode made = pair.mappedBy(new ShopifyOrderMapper(REGIONS), pair.raw("order", "536365"));
            assertThat(made.path("detail").asText()).startsWith("$").doesNotContain("Jane", "CUPID");
        }
    }

    @TestFactory
    Stream<DynamicTest> makesOfAWebhookWhatItMakesOfThePolledOrder() {
        PayloadMapper mapper = new ShopifyOrderMapper(REGIONS);
        List<GoldenPair> webhooks = GoldenPair.in("webhook-orders");
        assertThat(webhooks).isNotEmpty();
        return webhooks.stream()
                .map(webhook -> DynamicTest.dynamicTest(
                        webhook.name(),
                        () -> assertThat(webhook.mappedBy(mapper, webhook.raw("order", idOf(webhook), Feed.WEBHOOK)))
                                .isEqualTo(webhook.expectedIn("orders"))));
    }

    private static String idOf(GoldenPair pair) {
        return pair.name().equals("refund-without-order") ? "9000536379" : "536365";
    }

    private static Stream<DynamicTest> checks(String folder, String entity, PayloadMapper mapper) {
        List<GoldenPair> pairs = GoldenPair.in(folder);
        assertThat(pairs).isNotEmpty();
        return pairs.stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> {
                    RawRecord raw = pair.raw(entity, idOf(pair));
                    JsonNode now = pair.mappedBy(mapper, raw);
                    assertThat(now).isEqualTo(pair.expected(now));
                }));
    }
}
