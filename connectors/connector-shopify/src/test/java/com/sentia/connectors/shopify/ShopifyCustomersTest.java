package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.connectors.shopify.ScriptedShop.Answer;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers under their pseudonyms, and locations without addresses. */
class ShopifyCustomersTest {
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("k1", new Secret("0123456789abcdef"));
    private static final LocalDateTime OPENING = RetailFileText.OPENING;
    private static final double STILL = 0.001;

    @TempDir
    private Path home;

    @Test
    void readsCustomersByPseudonymAndNothingOfAPerson() throws IOException {
        try (RetailShops shops = RetailShops.start(home, file(), 1, "PLUS", STILL);
                RunningTask task = start(shops, "customers", Map.of("page.customers", "2"))) {
            task.pollUntil(ShopifyCustomersTest::hasProgress);

            List<RawRecord> customers = task.values(RawRecord.class);
            assertThat(customers).hasSize(5).allSatisfy(customer -> {
                assertThat(customer.getId()).startsWith("k1:");
                assertThat(payload(customer))
                        .contains("\"customerKey\":\"" + customer.getId() + "\"")
                        .contains("\"numberOfOrders\":\"")
                        .doesNotContain("gid://", "@", "Lane", "+44", "\"id\"", "firstName");
            });
            assertThat(customers).extracting(RawRecord::getId).contains(PSEUDONYMS.of("shopify", "10003"));
            assertThat(task.records().stream().map(record -> new String((byte[]) record.key(), StandardCharsets.UTF_8)))
                    .noneMatch(key -> key.contains("1000"));
        }
    }

    @Test
    void goesOnWithCustomersWhereItStopped() throws IOException {
        try (RetailShops shops = RetailShops.start(home, file(), 1, "PLUS", STILL)) {
            Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
            Map<String, String> config = config(shops, "customers", Map.of("page.customers", "2"));
            List<RawRecord> read;
            try (RunningTask task = RunningTask.start(config, offsets)) {
                task.pollUntil(seen -> !seen.values(RawRecord.class).isEmpty());
                read = new ArrayList<>(task.values(RawRecord.class));
            }
            assertThat(offsets.values()).singleElement().satisfies(offset -> {
                assertThat(offset).containsEntry("id", "").containsKey("page_token");
                byte[] token = Base64.getDecoder().decode(String.valueOf(offset.get("page_token")));
                assertThat(new String(token, StandardCharsets.ISO_8859_1)).doesNotContain("last", "1000");
            });
            try (RunningTask task = RunningTask.start(config, offsets)) {
                task.pollUntil(ShopifyCustomersTest::hasProgress);
                read.addAll(task.values(RawRecord.class));
            }

            assertThat(read).extracting(RawRecord::getId).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void setsACustomerThatCannotBeReadAsideUnderItsPseudonym() throws IOException {
        String failing = "{\"data\":{\"customers\":null},\"errors\":[{\"message\":\"Oops\",\"path\":[\"customers\"]}]}";
        String ids = """
                {"data":{"customers":{"nodes":[{"id":"gid://shopify/Customer/7","updatedAt":"2026-01-01T10:00:00Z"}],
                 "pageInfo":{"hasNextPage":false,"endCursor":null}},"customersCount":{"count":1,"precision":"EXACT"}}}""";
        String broken = "{\"data\":{\"part0\":null},\"errors\":[{\"message\":\"Oops\",\"path\":[\"part0\"]}]}";
        String counted = "{\"data\":{\"customersCount\":{\"count\":1,\"precision\":\"EXACT\"}}}";
        try (ScriptedShop shop = new ScriptedShop(Answer.of(200, counted))
                .then(
                        Answer.of(200, failing),
                        Answer.of(200, ids),
                        Answer.of(200, broken),
                        Answer.of(200, broken),
                        Answer.of(200, broken))) {
            shop.grant("read_customers");
            Map<String, String> config = RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN);
            config.put("streams", "customers");
            try (RunningTask task = RunningTask.start(config)) {
                task.pollUntil(seen -> !seen.values(RejectedRecord.class).isEmpty());

                String pseudonym = PSEUDONYMS.of("shopify", "7");
                assertThat(task.values(RejectedRecord.class)).singleElement().satisfies(dead -> {
                    assertThat(StandardCharsets.UTF_8
                                    .decode(dead.getKey().duplicate())
                                    .toString())
                            .endsWith("/" + pseudonym);
                    assertThat(StandardCharsets.UTF_8
                                    .decode(dead.getValue().duplicate())
                                    .toString())
                            .contains(pseudonym)
                            .doesNotContain("Customer/7");
                });
            }
        }
    }

    @Test
    void readsLocationsWithoutTheirAddressesAndOnlyThoseThatDiffer() throws IOException {
        try (RetailShops shops = RetailShops.start(home, file(), 1, "PLUS", STILL)) {
            Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
            Map<String, String> config = config(shops, "locations", Map.of("locations.poll.interval", "20ms"));
            try (RunningTask task = RunningTask.start(config, offsets)) {
                task.pollUntil(seen -> seen.values(SourceProgress.class).size() > 8);

                assertThat(task.values(RawRecord.class))
                        .extracting(RawRecord::getId)
                        .containsExactly("6101", "6102", "6103");
                assertThat(task.values(RawRecord.class))
                        .allSatisfy(location -> assertThat(payload(location))
                                .contains("\"address\":{\"countryCode\":\"GB\"}")
                                .doesNotContain("Wharf", "+44", "ZZ"));
                assertThat(payload(task.values(RawRecord.class).get(2))).contains("\"isActive\":false");
            }
            try (RunningTask task = RunningTask.start(config, offsets)) {
                task.pollUntil(ShopifyCustomersTest::hasProgress);

                assertThat(task.values(RawRecord.class)).isEmpty();
            }
            Map<String, Object> offset = offsets.values().iterator().next();
            offset.put("known", String.valueOf(offset.get("known")).replaceFirst("6102=", "6102=00"));
            try (RunningTask task = RunningTask.start(config, offsets)) {
                task.pollUntil(ShopifyCustomersTest::hasProgress);

                assertThat(task.values(RawRecord.class))
                        .extracting(RawRecord::getId)
                        .containsExactly("6102");
            }
        }
    }

    @Test
    void callsLocationsCompleteOnlyWhenAllThatAreCountedWereListed() throws IOException {
        String one = """
                {"data":{"locations":{"nodes":[{"id":"gid://shopify/Location/1","name":"A","isActive":true,
                  "createdAt":"2026-01-01T10:00:00Z","updatedAt":"2026-01-01T10:00:00Z","address":{"countryCode":"GB"}}],
                  "pageInfo":{"hasNextPage":false,"endCursor":null}},"locationsCount":{"count":%d,"precision":"EXACT"}}}""";
        try (ScriptedShop shop = new ScriptedShop(Answer.of(200, one.formatted(2)))) {
            shop.grant("read_locations");
            Map<String, String> config = RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN);
            config.put("streams", "locations");
            config.put("locations.poll.interval", "20ms");
            try (RunningTask task = RunningTask.start(config)) {
                task.pollUntil(seen -> shop.requests().size() > 3);
                assertThat(task.values(RawRecord.class)).hasSize(1);
                assertThat(task.values(SourceProgress.class)).isEmpty();

                shop.otherwise(Answer.of(200, one.formatted(1)));
                task.pollUntil(ShopifyCustomersTest::hasProgress);
                assertThat(task.values(RawRecord.class)).hasSize(1);
            }
        }
    }

    private static String file() {
        RetailFileText file = new RetailFileText();
        for (int i = 0; i < 5; i++) {
            file.addOf(10_001 + i, Integer.toString(500_001 + i), OPENING.plusMinutes(i));
        }
        return file.text();
    }

    private static RunningTask start(RetailShops shops, String streams, Map<String, String> more) {
        return RunningTask.start(config(shops, streams, more));
    }

    private static Map<String, String> config(RetailShops shops, String streams, Map<String, String> more) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), RetailShops.UK);
        config.put("streams", streams);
        config.putAll(more);
        return config;
    }

    private static boolean hasProgress(RunningTask task) {
        return task.records().stream().map(SourceRecord::kafkaPartition).anyMatch(partition -> partition != null);
    }

    private static String payload(RawRecord record) {
        return StandardCharsets.UTF_8.decode(record.getPayload().duplicate()).toString();
    }
}
