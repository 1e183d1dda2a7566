package com.sentia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.schemas.Op;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole gateway on a real broker: what is answered with 200 stands on the topic. */
class GatewayIT {
    private static TestingKafka kafka;
    private static TestingRegistry registry;
    private static RecordCodec codec;

    @BeforeAll
    static void start() {
        kafka = TestingKafka.start();
        registry = TestingRegistry.start();
        codec = RecordCodec.connectedTo(registry.uri());
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                    .prepare(Topics.ALL);
        }
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void writesGenuineWebhooksOnce() {
        try (RunningGateway gateway = running(Map.of()).awaitReady()) {
            SignedWebhook webhook = order("101");
            assertThat(gateway.post(webhook)).isEqualTo(200);
            assertThat(gateway.post(webhook)).isEqualTo(200);
            assertThat(gateway.post(webhook.with("X-Shopify-Webhook-Id", "another")))
                    .isEqualTo(200);

            assertThat(contents("101")).singleElement().satisfies(content -> {
                assertThat(content.getOp()).isEqualTo(Op.UPSERT);
                assertThat(text(content))
                        .isEqualTo("{\"id\":101,\"updated_at\":\"2026-03-01T11:59:00Z\",\"customerKey\":\""
                                + new Pseudonyms("k1", new Secret("0123456789abcdef")).of("shopify", "7") + "\"}");
            });
            assertThat(gateway.get("/health/ready")).isEqualTo(200);
        }
    }

    @Test
    void writesADeleteAboveTheLastUpdate() {
        try (RunningGateway gateway = running(Map.of()).awaitReady()) {
            assertThat(gateway.post(order("102"))).isEqualTo(200);
            assertThat(gateway.post(SignedWebhook.of("orders/delete", "{\"id\":102}")))
                    .isEqualTo(200);

            List<RawRecord> both = contents("102");
            assertThat(both).extracting(RawRecord::getOp).containsExactly(Op.UPSERT, Op.DELETE);
            assertThat(both.get(1).getVersion()).isGreaterThan(both.get(0).getVersion());
            assertThat(both.get(1).getPayload()).isNull();
        }
    }

    @Test
    void writesNothingThatIsNotGenuine() {
        try (RunningGateway gateway = running(Map.of()).awaitReady()) {
            assertThat(gateway.post(order("103").forged())).isEqualTo(401);
            assertThat(gateway.post(order("103").with("X-Shopify-Shop-Domain", "other.myshopify.com")))
                    .isEqualTo(401);
            assertThat(gateway.post(order("103").without("X-Shopify-Hmac-SHA256")))
                    .isEqualTo(401);

            assertThat(contents("103")).isEmpty();
        }
    }

    @Test
    void takesTheFormerSecretWhileItIsBeingChanged() {
        Map<String, String> changed = Map.of(
                "shopify.secret", "shpss_fedcba9876543210", "shopify.former-secret", SignedWebhook.SECRET.reveal());
        try (RunningGateway gateway = running(changed).awaitReady()) {
            assertThat(gateway.post(order("104"))).isEqualTo(200);
            assertThat(gateway.post(SignedWebhook.signedWith(
                            new Secret("shpss_fedcba9876543210"),
                            "orders/create",
                            "{\"id\":105,\"updated_at\":\"2026-03-01T11:59:00Z\"}")))
                    .isEqualTo(200);

            assertThat(contents("104")).hasSize(1);
            assertThat(contents("105")).hasSize(1);
        }
    }

    @Test
    void setsAsideSealedWhatItCannotRead() {
        String body = "{\"email\":\"anna@weber.example\"";
        try (RunningGateway gateway = running(Map.of()).awaitReady()) {
            assertThat(gateway.post(SignedWebhook.of("products/delete", body))).isEqualTo(200);
        }

        assertThat(on(Topics.RAW_SHOPIFY_PRODUCT_REJECTED, RejectedRecord.class))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.getReason()).isEqualTo("unparsable-webhook");
                    byte[] sealed = new byte[letter.getValue().remaining()];
                    letter.getValue().duplicate().get(sealed);
                    assertThat(new BodySeal("d1", new Secret(RunningGateway.DEAD_LETTER_KEY)).open(sealed))
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo(body);
                    assertThat(letter.toString()).doesNotContain("anna");
                });
        assertThat(on(Topics.RAW_SHOPIFY_PRODUCT, RawRecord.class)).isEmpty();
    }

    @Test
    void asksToForgetACustomerWhoseIdNobodySees() {
        String body = "{\"customer\":{\"id\":4711,\"email\":\"anna@weber.example\"},\"orders_to_redact\":[101]}";
        try (RunningGateway gateway = running(Map.of()).awaitReady()) {
            assertThat(gateway.post(SignedWebhook.of("customers/redact", body))).isEqualTo(200);
            assertThat(gateway.post(SignedWebhook.of("customers/data_request", body)))
                    .isEqualTo(200);
            assertThat(gateway.post(SignedWebhook.of("shop/redact", body))).isEqualTo(200);
        }

        assertThat(on(Topics.PRIVACY_ERASURE, PrivacyErasure.class))
                .singleElement()
                .satisfies(erasure -> {
                    assertThat(erasure.getSubject())
                            .isEqualTo(new Pseudonyms("k1", new Secret("0123456789abcdef")).of("shopify", "4711"));
                    assertThat(erasure.toString()).doesNotContain("4711", "anna");
                });
    }

    @Test
    void boundsWhatAFloodOfBadSignaturesCosts() {
        try (RunningGateway gateway = running(Map.of()).awaitReady()) {
            for (int i = 0; i < 100; i++) {
                assertThat(gateway.post(order("106").forged())).isIn(401, 429);
            }

            assertThat(gateway.gateway().shopifyHashes()).isEqualTo(5);
            assertThat(contents("106")).isEmpty();
        }
    }

    @Test
    void asksToComeAgainWhileThereIsNoRegistry() {
        try (TestingRegistry empty = TestingRegistry.start();
                RunningGateway gateway = RunningGateway.start(kafka, empty.uri(), Map.of())) {
            assertThat(gateway.post(order("107"))).isEqualTo(503);
            assertThat(gateway.get("/health/ready")).isEqualTo(503);
            assertThat(gateway.get("/health/live")).isEqualTo(200);
            assertThat(contents("107")).isEmpty();
        }
    }

    @Test
    void asksToComeAgainWhileKafkaIsAwayAndWritesTheRetryOnce() {
        try (RunningGateway gateway =
                running(Map.of("kafka.acknowledged-within", "1s")).awaitReady()) {
            assertThat(gateway.post(order("108"))).isEqualTo(200);
            kafka.stop();
            try {
                assertThat(gateway.post(order("109"))).isEqualTo(503);
            } finally {
                kafka.startAgain();
            }

            gateway.awaitDelivered(order("109"));
            assertThat(gateway.post(order("109"))).isEqualTo(200);

            assertThat(contents("108")).hasSize(1);
            assertThat(contents("109")).hasSize(1);
        }
    }

    private static RunningGateway running(Map<String, String> settings) {
        return RunningGateway.start(kafka, registry.uri(), settings);
    }

    private static SignedWebhook order(String id) {
        return SignedWebhook.of(
                        "orders/updated",
                        "{\"id\":" + id + ",\"updated_at\":\"2026-03-01T11:59:00Z\","
                                + "\"customer\":{\"id\":7,\"email\":\"anna@weber.example\"}}")
                .with("X-Shopify-Webhook-Id", "webhook-" + id);
    }

    private static List<RawRecord> contents(String id) {
        return on(Topics.RAW_SHOPIFY_ORDER, RawRecord.class).stream()
                .filter(content -> content.getId().equals(id))
                .toList();
    }

    private static <T> List<T> on(Topic topic, Class<T> kind) {
        return CommittedTopic.read(kafka, topic, codec).stream()
                .map(CommittedTopic.Found::value)
                .map(kind::cast)
                .toList();
    }

    private static String text(RawRecord content) {
        return StandardCharsets.UTF_8.decode(content.getPayload().duplicate()).toString();
    }
}
