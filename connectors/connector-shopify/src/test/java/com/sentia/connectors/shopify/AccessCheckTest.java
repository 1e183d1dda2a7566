package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a shop whose token may not see everything. */
class AccessCheckTest {

    @Test
    void readsNothingUntilTheTokenMayReadOrders() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder())) {
            shop.grant("read_products", "read_all_orders");
            assertIsRefusedUntilGranted(shop, Map.of(), "read_orders", "read_all_orders");
        }
    }

    @Test
    void readsNoOldOrdersUntilTheTokenMayReadAllOrders() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder())) {
            shop.grant("read_orders");
            assertIsRefusedUntilGranted(shop, Map.of(), "write_orders", "read_all_orders");
        }
    }

    @Test
    void readsProductsWithTheirScopeAlone() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.Answer.of(200, ShopifyProductsTest.NO_PRODUCTS))) {
            shop.grant("read_orders", "read_all_orders");
            assertIsRefusedUntilGranted(shop, Map.of("streams", "products"), "read_products");
        }
    }

    @Test
    void readsTheOtherStreamsOfAShopWhoseOrdersAreRefused() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.Answer.of(200, ShopifyProductsTest.NO_PRODUCTS))) {
            shop.grant("read_products");
            try (RunningTask task = start(shop, Map.of("streams", "orders,products"))) {
                task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());
                assertThat(task.values(SourceProgress.class))
                        .extracting(SourceProgress::getEntity)
                        .containsOnly("product");
            }
        }
    }

    @Test
    void needsNoMoreThanReadOrdersForOrdersOfLately() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder())) {
            shop.grant("read_orders");
            String lately = Instant.now().minus(Duration.ofDays(59)).toString();
            try (RunningTask task = start(shop, Map.of("backfill.from", lately))) {
                task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());
            }
        }
    }

    @Test
    void doesNotRefuseAFeedAlreadyReadWhoseBackfillHasGrownOld() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder())) {
            Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
            try (RunningTask task = RunningTask.start(config(shop, Map.of()), offsets)) {
                task.pollUntil(seen -> !seen.values(RawRecord.class).isEmpty());
            }
            shop.grant("read_orders");
            try (RunningTask task = RunningTask.start(config(shop, Map.of()), offsets)) {
                task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());
            }
        }
    }

    private static void assertIsRefusedUntilGranted(ScriptedShop shop, Map<String, String> more, String... enough) {
        try (RunningTask task = start(shop, more)) {
            for (int i = 0; i < 5; i++) {
                assertThat(task.pollOnce()).isEmpty();
            }
            assertThat(shop.requests()).isEmpty();

            shop.grant(enough);
            task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());
        }
    }

    private static RunningTask start(ScriptedShop shop, Map<String, String> more) {
        return RunningTask.start(config(shop, more));
    }

    private static Map<String, String> config(ScriptedShop shop, Map<String, String> more) {
        Map<String, String> config = RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN);
        config.putAll(more);
        return config;
    }
}
