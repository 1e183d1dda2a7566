package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.shopify.ScriptedShop.Answer;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** What the task makes of each class of failure. */
class ShopifySourceTaskTest {

    @Test
    void sendsAnOrderAndProgressIntoEveryPartition() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder());
                RunningTask task = start(shop)) {
            task.pollUntil(ShopifySourceTaskTest::hasProgress);

            assertThat(task.values(RawRecord.class)).singleElement().satisfies(order -> {
                assertThat(order.getId()).isEqualTo("1");
                assertThat(payload(order)).contains("\"customerKey\":\"k1:").doesNotContain("Customer/7");
            });
            assertThat(task.records().stream()
                            .map(SourceRecord::kafkaPartition)
                            .filter(partition -> partition != null)
                            .limit(4))
                    .containsExactly(0, 1, 2, 3);
            assertThat(new String((byte[]) task.records().get(0).key(), StandardCharsets.UTF_8))
                    .isEqualTo(ScriptedShop.DOMAIN + "/1");
        }
    }

    @Test
    void goesOnAfterServerErrorsThrottlingAndAnAnswerWithoutClock() throws IOException {
        Answer undated = new Answer(200, ScriptedShop.oneOrder().body(), false);
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder())
                        .then(Answer.of(500, ""), Answer.of(200, ScriptedShop.THROTTLED), undated, Answer.of(503, ""));
                RunningTask task = start(shop)) {
            task.pollUntil(ShopifySourceTaskTest::hasProgress);

            assertThat(task.values(RawRecord.class)).hasSize(1);
            assertThat(task.values(RejectedRecord.class)).isEmpty();
        }
    }

    @Test
    void setsALastingMalformedAnswerAsideOnceAndDoesNotMoveOn() throws IOException {
        Answer malformed = Answer.of(200, "{\"data\": {\"customer\": \"gid://shopify/Customer/7");
        try (ScriptedShop shop = new ScriptedShop(malformed);
                RunningTask task = start(shop)) {
            task.pollUntil(seen -> shop.requests().size() > 5);

            assertThat(task.values(RejectedRecord.class)).singleElement().satisfies(dead -> {
                assertThat(dead.getReason()).isEqualTo("malformed-answer");
                assertThat(StandardCharsets.UTF_8
                                .decode(dead.getValue().duplicate())
                                .toString())
                        .contains("k1:")
                        .doesNotContain("Customer/7");
            });
            assertThat(task.values(SourceProgress.class)).isEmpty();

            shop.otherwise(ScriptedShop.oneOrder());
            task.pollUntil(ShopifySourceTaskTest::hasProgress);
            assertThat(task.values(RawRecord.class)).hasSize(1);
        }
    }

    @Test
    void stopsARefusedShopAndComesBackWhenTheTokenIsTaken() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(Answer.of(401, "{\"errors\":\"[API] Invalid API key\"}"));
                RunningTask task = start(shop)) {
            task.pollUntil(seen -> shop.requests().size() >= 2);
            assertThat(task.records()).isEmpty();

            shop.otherwise(ScriptedShop.oneOrder());
            task.pollUntil(ShopifySourceTaskTest::hasProgress);
        }
    }

    @Test
    void losesNoOrderWhenTheRegistryGoesAwayBeforeProgressIsEncoded() throws IOException {
        RecordEncoder registryGoesAway = failingFor(SourceProgress.class, 2);
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder());
                RunningTask task = start(shop, registryGoesAway)) {
            task.pollUntil(ShopifySourceTaskTest::hasProgress);

            assertThat(task.values(RawRecord.class))
                    .extracting(RawRecord::getId)
                    .containsExactly("1");
        }
    }

    @Test
    void setsAMalformedAnswerAsideThoughTheRegistryWasAwayAtFirst() throws IOException {
        RecordEncoder registryGoesAway = failingFor(RejectedRecord.class, 2);
        try (ScriptedShop shop = new ScriptedShop(Answer.of(200, "{"));
                RunningTask task = start(shop, registryGoesAway)) {
            task.pollUntil(seen -> shop.requests().size() > 5);

            assertThat(task.values(RejectedRecord.class)).hasSize(1);
        }
    }

    @Test
    void aFailingShopDoesNotHoldUpAnother() throws IOException {
        try (ScriptedShop broken = new ScriptedShop(Answer.of(500, ""));
                ScriptedShop well = new ScriptedShop(ScriptedShop.oneOrder())) {
            String port = well.baseUrl().replaceAll("\\D*127\\.0\\.0\\.1:(\\d+).*", "$1");
            String brokenPort = broken.baseUrl().replaceAll("\\D*127\\.0\\.0\\.1:(\\d+).*", "$1");
            Map<String, String> config = RunningTask.config("http://127.0.0.1:{shop}", brokenPort, port);
            try (RunningTask task = RunningTask.start(config)) {
                task.pollUntil(ShopifySourceTaskTest::hasProgress);
                assertThat(task.values(RawRecord.class))
                        .extracting(RawRecord::getUnit)
                        .containsOnly(port);
            }
        }
    }

    @Test
    void refusesToCallAFeedCompleteThatTheShopCountsLarger() throws IOException {
        Answer gap = Answer.of(200, ScriptedShop.page(ScriptedShop.order(1, "2026-01-01T10:00:00Z"), 2));
        try (ScriptedShop shop = new ScriptedShop(gap);
                RunningTask task = start(shop)) {
            task.pollUntil(seen -> shop.requests().size() > 3);
            assertThat(task.values(SourceProgress.class)).isEmpty();

            shop.otherwise(Answer.of(
                    200,
                    ScriptedShop.page(
                            ScriptedShop.order(1, "2026-01-01T10:00:00Z") + ","
                                    + ScriptedShop.order(2, "2026-01-01T10:00:00Z"),
                            2)));
            task.pollUntil(ShopifySourceTaskTest::hasProgress);
            assertThat(task.values(RawRecord.class))
                    .extracting(RawRecord::getId)
                    .containsExactly("1", "2");
        }
    }

    @Test
    void stopsAtAQueryThatShopifyDoesNotTake() throws IOException {
        Answer refused = Answer.of(200, """
                {"errors":[{"message":"Field 'sku' doesn't exist on type 'LineItem'","locations":[{"line":1,"column":1}],
                 "path":["query","orders"],"extensions":{"code":"undefinedField"}}]}""");
        try (ScriptedShop shop = new ScriptedShop(refused);
                RunningTask task = start(shop)) {
            task.pollUntil(seen -> shop.requests().size() >= 2);
            assertThat(task.records()).isEmpty();
        }
    }

    @Test
    void repeatsProgressThoughNothingChangesAndTheShopFails() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(Answer.of(500, "")).then(ScriptedShop.oneOrder());
                RunningTask task = start(shop)) {
            task.pollUntil(seen -> seen.values(SourceProgress.class).size() >= 8);

            assertThat(task.values(SourceProgress.class))
                    .extracting(SourceProgress::getCompleteTo)
                    .containsOnly(task.values(SourceProgress.class).get(0).getCompleteTo());
        }
    }

    private static RunningTask start(ScriptedShop shop) {
        return RunningTask.start(RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN));
    }

    private static RunningTask start(ScriptedShop shop, RecordEncoder encoder) {
        return RunningTask.start(RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN), encoder);
    }

    /** Meets no registry the first few times a kind of record is encoded. */
    private static RecordEncoder failingFor(Class<? extends SpecificRecord> kind, int times) {
        RecordCodec noRegistry = RecordCodec.connectedTo(URI.create("http://127.0.0.1:1"));
        AtomicInteger left = new AtomicInteger(times);
        return (topic, record) -> kind.isInstance(record) && left.getAndDecrement() > 0
                ? noRegistry.encode(topic, record)
                : RunningTask.CODEC.encode(topic, record);
    }

    private static boolean hasProgress(RunningTask task) {
        return !task.values(SourceProgress.class).isEmpty();
    }

    private static String payload(RawRecord order) {
        return StandardCharsets.UTF_8.decode(order.getPayload().duplicate()).toString();
    }
}
