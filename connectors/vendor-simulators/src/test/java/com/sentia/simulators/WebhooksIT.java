package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.EU;
import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.RunningSimulator.USA;
import static com.sentia.simulators.RunningSimulator.await;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.simulators.Subscriber.Told;
import com.sentia.simulators.retail.Retail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shops tell their subscribers, and how often. */
class WebhooksIT {
    private static final String SECRET = "whsec_simulated";

    @TempDir
    Path folder;

    private final Subscriber subscriber = new Subscriber();

    @SuppressWarnings("NullAway.Init") // written before each test
    private Path data;

    @BeforeEach
    void writeData() throws Exception {
        data = Retail.file(
                folder,
                line("1", "A", 1, "08:00:00", "1"),
                line("2", "A", 2, "09:00:00", "1"),
                line("3", "A", 3, "10:30:00", "1"),
                line("C4", "A", -3, "12:10:00", "1"),
                line("5", "A", 5, "12:40:00", "1"));
        Files.writeString(folder.resolve("secret"), SECRET);
    }

    @AfterEach
    void stop() {
        subscriber.close();
    }

    private RunningSimulator telling(String... overrides) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "history.share", "0.2",
                "clock.mode", "drain",
                "clock.drain-step", "1h",
                "clock.run-past", "12h",
                "webhooks.url", subscriber.url(),
                "webhooks.secret-file", folder.resolve("secret").toString(),
                "webhooks.lost-percent", "0",
                "webhooks.doubled-percent", "0",
                "webhooks.late-percent", "0"));
        for (int i = 0; i < overrides.length; i += 2) {
            settings.put(overrides[i], overrides[i + 1]);
        }
        return RunningSimulator.start(data, folder.resolve("state"), settings);
    }

    /** Reads on until so many webhooks have come. */
    private List<Told> read(RunningSimulator simulator, int wanted) {
        await(wanted + " webhooks", () -> {
            List.of(UK, EU, USA).forEach(simulator::readToEnd);
            if (simulator.status().path("halted").asBoolean()) {
                simulator.control("clock", Map.of("mode", "drain"));
            }
            return subscriber.all().size() >= wanted;
        });
        return subscriber.all();
    }

    @Test
    void tellEachChangeSignedOverItsBytes() throws Exception {
        try (RunningSimulator simulator = telling()) {
            List<Told> told = read(simulator, 5);

            assertThat(told)
                    .extracting(one -> one.header("X-Shopify-Topic") + " "
                            + body(one).path("id").asLong())
                    .containsExactlyInAnyOrder(
                            "orders/create 2",
                            "orders/create 3",
                            "orders/updated 3",
                            "orders/cancelled 3",
                            "orders/create 5");
            assertThat(told).allSatisfy(one -> {
                assertThat(one.header("X-Shopify-Hmac-SHA256")).isEqualTo(signature(one.body()));
                assertThat(one.header("X-Shopify-Shop-Domain")).isEqualTo(UK);
                assertThat(one.header("X-Shopify-API-Version")).isEqualTo("2026-10");
            });
            assertThat(told)
                    .extracting(one -> one.header("X-Shopify-Webhook-Id"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void showTheOrderAsItStoodThen() throws Exception {
        try (RunningSimulator simulator = telling()) {
            List<Told> ofThree = read(simulator, 5).stream()
                    .filter(one -> body(one).path("id").asLong() == 3)
                    .toList();

            assertThat(ofThree).hasSize(3).allSatisfy(one -> {
                boolean created = one.header("X-Shopify-Topic").equals("orders/create");
                assertThat(body(one).path("refunds")).hasSize(created ? 0 : 1);
                assertThat(body(one).path("cancelled_at").isNull()).isEqualTo(created);
            });
        }
    }

    @Test
    void areRepeatedWithTheSameIdAndBodyUntilTheyAreTaken() throws Exception {
        subscriber.refuse(2);
        try (RunningSimulator simulator = telling()) {
            List<Told> told = read(simulator, 7);

            assertThat(told.stream()
                            .map(one -> one.header("X-Shopify-Webhook-Id") + one.body())
                            .distinct())
                    .hasSize(5);
            assertThat(simulator.status().path("webhooks").path("failed").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void areToldTwiceWithOneId() throws Exception {
        try (RunningSimulator simulator = telling("webhooks.doubled-percent", "100")) {
            List<Told> told = read(simulator, 10);

            assertThat(told.stream()
                            .map(one -> one.header("X-Shopify-Webhook-Id"))
                            .distinct())
                    .hasSize(5);
            assertThat(simulator.status().path("webhooks").path("doubled").asInt())
                    .isEqualTo(5);
        }
    }

    @Test
    void tellChangesOfStockWhereTheyAreWanted() throws Exception {
        try (RunningSimulator simulator = telling("webhooks.inventory", "true")) {
            List<Told> levels = read(simulator, 8).stream()
                    .filter(one -> one.header("X-Shopify-Topic").equals("inventory_levels/update"))
                    .toList();

            assertThat(levels).isNotEmpty().allSatisfy(one -> {
                assertThat(body(one).fieldNames())
                        .toIterable()
                        .containsExactly(
                                "inventory_item_id", "location_id", "available", "updated_at", "admin_graphql_api_id");
                assertThat(body(one).path("location_id").asLong()).isBetween(6101L, 6103L);
            });
        }
    }

    private static JsonNode body(Told told) {
        try {
            return new ObjectMapper().readTree(told.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
