package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ShopifySettingsTest {
    private static Map<String, String> least() {
        Map<String, String> properties = new HashMap<>();
        properties.put("shops", "a.myshopify.com, b.myshopify.com");
        properties.put("access.token", "token-of-all\n");
        properties.put("pseudonym.key", "0123456789abcdef");
        properties.put("registry.url", "http://127.0.0.1:8081/apis/ccompat/v7");
        return properties;
    }

    @Test
    void readsDefaults() {
        ShopifySettings settings = ShopifySettings.from(least());

        assertThat(settings.shops()).extracting(Shop::domain).containsExactly("a.myshopify.com", "b.myshopify.com");
        assertThat(settings.shops().get(1).endpoint())
                .hasToString("https://b.myshopify.com/admin/api/2026-10/graphql.json");
        assertThat(settings.shops().get(0).access()).isEqualTo(new ShopAccess.Permanent(new Secret("token-of-all")));
        assertThat(settings.streams().keySet()).containsExactly(ShopifyStream.ORDERS, ShopifyStream.PRODUCTS);
        assertThat(stream(settings, ShopifyStream.ORDERS).topic()).isEqualTo(Topics.RAW_SHOPIFY_ORDER);
        assertThat(stream(settings, ShopifyStream.PRODUCTS).topic()).isEqualTo(Topics.RAW_SHOPIFY_PRODUCT);
        assertThat(settings.streams().values())
                .allSatisfy(stream -> assertThat(stream.timing().pollInterval()).isEqualTo(Duration.ofMinutes(15)));
        assertThat(settings.bulk())
                .isEqualTo(new BulkSettings(
                        BulkSettings.By.AUTO, 5000, Duration.ofHours(6), Duration.ofSeconds(10), 1000));
        assertThat(settings.upkeep())
                .isEqualTo(new UpkeepSettings(
                        Duration.ofMinutes(1), Duration.ofHours(24), 5, Optional.empty(), Duration.ofMinutes(15)));
    }

    @Test
    void readsEveryKeyOfUpkeep() {
        Map<String, String> properties = least();
        properties.put("backfill.by", "bulk");
        properties.put("bulk.threshold", "7");
        properties.put("bulk.deadline", "1h");
        properties.put("bulk.poll.interval", "1s");
        properties.put("bulk.records", "8");
        properties.put("deletes.poll.interval", "off");
        properties.put("reconcile.interval", "12h");
        properties.put("reconcile.most.deleted.percent", "9");
        properties.put("webhooks.callback.url", "https://hooks.example.com/shopify");
        properties.put("webhooks.check.interval", "2m");

        ShopifySettings settings = ShopifySettings.from(properties);

        assertThat(settings.bulk())
                .isEqualTo(new BulkSettings(BulkSettings.By.BULK, 7, Duration.ofHours(1), Duration.ofSeconds(1), 8));
        assertThat(settings.upkeep())
                .isEqualTo(new UpkeepSettings(
                        Duration.ZERO,
                        Duration.ofHours(12),
                        9,
                        Optional.of(URI.create("https://hooks.example.com/shopify")),
                        Duration.ofMinutes(2)));
    }

    @Test
    void knowsEverySettingOfTheDeployedDescription() throws IOException {
        JsonNode description = new ObjectMapper()
                .readTree(Path.of("../../jobs-config/connectors/shopify.json").toFile());
        Set<String> known = new HashSet<>(ShopifyConfig.definition().names());
        known.addAll(Set.of("connector.class", "tasks.max", "exactly.once.support", "transaction.boundary"));

        assertThat(description.path("config").fieldNames())
                .toIterable()
                .filteredOn(key -> !key.startsWith("producer.override."))
                .isSubsetOf(known);
    }

    @Test
    void readsEveryKey() {
        Map<String, String> properties = least();
        properties.put("base.url", "http://127.0.0.1:8090/shops/{shop}/");
        properties.put("api.version", "2027-01");
        properties.put("access.token.b.myshopify.com", "token-of-b");
        properties.put("streams", "products, orders");
        properties.put("topic", "raw.shopify.product");
        properties.put("products.topic", "raw.shopify.order");
        properties.put("products.poll.interval", "20ms");
        properties.put("page.products", "9");
        properties.put("page.variants", "10");
        properties.put("pseudonym.key.id", "k2");
        properties.put("backfill.from", "2026-01-01T00:00:00Z");
        properties.put("overlap", "1m");
        properties.put("poll.interval", "10ms");
        properties.put("heartbeat.interval", "2s");
        properties.put("completeness.delay", "3s");
        properties.put("stopped.retry.interval", "4s");
        properties.put("request.timeout", "6s");
        properties.put("page.orders", "7");
        properties.put("page.lines", "8");
        properties.put("poll.orders", "11");
        properties.put("window.orders", "12");
        properties.put("inventory.full.interval", "6h");

        ShopifySettings settings = ShopifySettings.from(properties);

        assertThat(settings.shops().get(1).endpoint())
                .hasToString("http://127.0.0.1:8090/shops/b.myshopify.com/admin/api/2027-01/graphql.json");
        assertThat(settings.shops().get(1).access()).isEqualTo(new ShopAccess.Permanent(new Secret("token-of-b")));
        assertThat(settings.pseudonyms().of("shopify", "1")).startsWith("k2:");
        assertThat(stream(settings, ShopifyStream.ORDERS))
                .isEqualTo(new StreamSettings(
                        Topics.RAW_SHOPIFY_PRODUCT,
                        new FeedTiming(
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Duration.ofMinutes(1),
                                Duration.ofMillis(10),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                11,
                                12),
                        new PageSize(7, 8)));
        assertThat(stream(settings, ShopifyStream.PRODUCTS))
                .isEqualTo(new StreamSettings(
                        Topics.RAW_SHOPIFY_ORDER,
                        new FeedTiming(
                                Instant.parse("2000-01-01T00:00:00Z"),
                                Duration.ofMinutes(1),
                                Duration.ofMillis(20),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                1,
                                12),
                        new PageSize(9, 10)));
        assertThat(settings.stoppedRetry()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.levelsFullInterval()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void readsOnlyTheStreamsAskedFor() {
        Map<String, String> properties = least();
        properties.put("streams", "products");

        assertThat(ShopifySettings.from(properties).streams()).containsOnlyKeys(ShopifyStream.PRODUCTS);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndNoSecret() {
        Map<String, String> properties = least();
        properties.put("shops", "a.myshopify.com,not a domain");
        properties.put("base.url", "ftp://x");
        properties.put("api.version", "2026-11");
        properties.put("access.token", "");
        properties.put("pseudonym.key", "short-secret");
        properties.put("streams", "orders,giraffes");
        properties.put("topic", "raw.unknown");
        properties.put("products.topic", "raw.unknown");
        properties.put("products.poll.interval", "often");
        properties.put("page.products", "100");
        properties.put("backfill.from", "yesterday");
        properties.put("overlap", "soon");
        properties.put("completeness.delay", "10ms");
        properties.put("page.orders", "250");
        properties.put("backfill.by", "carrier-pigeon");
        properties.put("reconcile.interval", "sometimes");
        properties.put("webhooks.callback.url", "hooks.example.com");
        properties.remove("registry.url");

        assertThatThrownBy(() -> ShopifySettings.from(properties))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("shops")
                .hasMessageContaining("base.url")
                .hasMessageContaining("api.version")
                .hasMessageContaining("access.token")
                .hasMessageContaining("pseudonym.key")
                .hasMessageContaining("topic")
                .hasMessageContaining("backfill.from")
                .hasMessageContaining("overlap")
                .hasMessageContaining("completeness.delay")
                .hasMessageContaining("page.lines")
                .hasMessageContaining("streams")
                .hasMessageContaining("products.topic")
                .hasMessageContaining("products.poll.interval")
                .hasMessageContaining("page.variants")
                .hasMessageContaining("backfill.by")
                .hasMessageContaining("reconcile.interval")
                .hasMessageContaining("webhooks.callback.url")
                .hasMessageContaining("registry.url")
                .hasMessageNotContaining("short-secret");
    }

    @Test
    void readsTheSettingsOfEachOtherStream() {
        Map<String, String> properties = least();
        properties.put("streams", "inventory-levels, locations, customers");
        properties.put("customers.topic", "raw.shopify.order");
        properties.put("customers.poll.interval", "1m");
        properties.put("page.customers", "3");
        properties.put("locations.topic", "raw.shopify.order");
        properties.put("locations.poll.interval", "2m");
        properties.put("inventory.topic", "raw.shopify.order");
        properties.put("inventory.poll.interval", "3m");
        properties.put("page.levels", "4");

        ShopifySettings settings = ShopifySettings.from(properties);

        assertThat(settings.streams().keySet())
                .containsExactly(ShopifyStream.CUSTOMERS, ShopifyStream.LOCATIONS, ShopifyStream.INVENTORY_LEVELS);
        assertThat(settings.streams().values())
                .extracting(stream -> stream.topic().name() + " "
                        + stream.timing().pollInterval().toMinutes() + " "
                        + stream.page().records())
                .containsExactly("raw.shopify.order 1 3", "raw.shopify.order 2 100", "raw.shopify.order 3 4");
    }

    private static StreamSettings stream(ShopifySettings settings, ShopifyStream stream) {
        return Objects.requireNonNull(settings.streams().get(stream));
    }
}
