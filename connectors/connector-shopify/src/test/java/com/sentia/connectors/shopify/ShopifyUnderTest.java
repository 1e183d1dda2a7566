package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.contract.ConnectorUnderTest;
import com.sentia.connectors.kit.contract.ContractStack;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Orders and products of two simulated shops, many of them changed in the same minute, so that pages end between them. */
final class ShopifyUnderTest implements ConnectorUnderTest {
    private static final String UK = RetailShops.UK;
    private static final String EU = RetailShops.EU;
    private static final int UK_ORDERS = 150;
    private static final int EU_ORDERS = 40;
    private static final int SAME_MINUTE = 10;
    private static final double AS_OURS = 1;
    private static final double WEEKS_IN_SECONDS = 600_000;
    /** Within which the simulator has deleted what it deletes. */
    private static final Duration UNTIL_DELETED = Duration.ofDays(22);

    private static final int FOR_EVER = 100_000;
    private static final Map<String, String> BY_BULK =
            Map.of("backfill.by", "bulk", "bulk.poll.interval", "100ms", "bulk.records", "20");

    private final RetailShops shops;
    private final List<String> before;

    ShopifyUnderTest(Path home) throws IOException {
        shops = RetailShops.start(
                home,
                file(),
                1,
                "PLUS",
                AS_OURS,
                Map.of(
                        "shift", "none",
                        "deleted-percent", "30",
                        "bulk.takes", "300ms",
                        "app.client-id", "app",
                        "app.client-secret", "app-secret",
                        "app.refresh-token", "first-refresh",
                        "app.token-life", "3s"));
        before = present();
    }

    @Override
    public Map<String, String> config(ContractStack stack) {
        Map<String, String> config = new HashMap<>(RunningTask.config(shops.baseUrl(), UK, EU));
        config.putAll(Map.of(
                "connector.class", ShopifySourceConnector.class.getName(),
                "tasks.max", "2",
                "registry.url", stack.registryUrl(),
                "signal.bootstrap.servers", stack.kafka().bootstrap(),
                "streams", "orders,products",
                "page.orders", "7",
                "poll.orders", "7",
                "page.products", "3"));
        config.putAll(Map.of(
                "poll.interval", "200ms",
                "products.poll.interval", "200ms",
                "deletes.poll.interval", "200ms",
                "stopped.retry.interval", "1s",
                "request.timeout", "5s"));
        return config;
    }

    @Override
    public Map<SourceUnit, Topic> feeds() {
        Map<SourceUnit, Topic> feeds = new LinkedHashMap<>();
        for (String shop : List.of(UK, EU)) {
            feeds.put(ShopifyStream.ORDERS.unit(shop), Topics.RAW_SHOPIFY_ORDER);
            feeds.put(ShopifyStream.PRODUCTS.unit(shop), Topics.RAW_SHOPIFY_PRODUCT);
        }
        return feeds;
    }

    @Override
    public List<VendorFault> faults() {
        return Stream.concat(
                        Stream.of(
                                        "throttle",
                                        "too-many-requests",
                                        "retry-after",
                                        "error500",
                                        "slow",
                                        "cut-off",
                                        "malformed",
                                        "drop-connection",
                                        "unauthorized")
                                .map(kind -> fault(kind, Map.of())),
                        Stream.of("bulk-wrong-count", "bulk-cut-off", "bulk-partial", "bulk-server-error")
                                .map(kind -> fault(kind, BY_BULK)))
                .toList();
    }

    private VendorFault fault(String kind, Map<String, String> config) {
        return new VendorFault(kind, config, () -> {
            shops.fault(UK, kind, 1);
            shops.fault(EU, kind, 1);
        });
    }

    @Override
    public void refuse() {
        shops.fault(EU, "unauthorized", FOR_EVER);
    }

    @Override
    public String refusedUnit() {
        return EU;
    }

    @Override
    public boolean miscount(boolean more) {
        shops.hide(UK, more ? 1 : 0);
        return true;
    }

    @Override
    public Set<String> delete() {
        Instant deleted = shops.now().plus(UNTIL_DELETED);
        shops.speed(WEEKS_IN_SECONDS);
        while (shops.now().isBefore(deleted)) {
            Thread.onSpinWait();
        }
        shops.speed(AS_OURS);
        Set<String> gone = new TreeSet<>(before);
        present().forEach(gone::remove);
        return gone;
    }

    @Override
    public Optional<Rotation> rotation() {
        return Optional.of(new ShopifyRotation(shops));
    }

    @Override
    public void close() throws IOException {
        shops.close();
    }

    /** Keys of all that the shops list. */
    private List<String> present() {
        return Stream.of(UK, EU)
                .flatMap(shop -> Stream.of("order", "product").flatMap(entity -> keys(shop, entity)))
                .toList();
    }

    private Stream<String> keys(String shop, String entity) {
        try {
            JsonNode answer =
                    new ObjectMapper().readTree(shops.query(shop, "{list: " + entity + "s(first: 250) {nodes {id}}}"));
            return answer.at("/data/list/nodes").findValuesAsText("id").stream()
                    .map(gid -> entity + "/" + shop + "/" + Gid.number(gid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file() {
        RetailFileText file = new RetailFileText();
        for (int i = 0; i < UK_ORDERS; i++) {
            file.order(500001 + i, 1 + i % 14, RetailFileText.OPENING.plusMinutes(i / SAME_MINUTE), "United Kingdom");
        }
        for (int i = 0; i < EU_ORDERS; i++) {
            file.order(600001 + i, 1 + i % 5, RetailFileText.OPENING.plusMinutes(i / SAME_MINUTE), "France");
        }
        return file.cancellation(700001, 4, RetailFileText.OPENING.plusHours(1), "United Kingdom")
                .text();
    }
}
