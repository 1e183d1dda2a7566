package com.sentia.normalizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentia.gateway.Gateway;
import com.sentia.gateway.GatewaySettings;
import com.sentia.hooks.HookSources;
import com.sentia.normalizer.topology.Counters;
import com.sentia.normalizer.topology.RawOrders;
import com.sentia.schemas.Op;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Settings;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that only its declaration knows, from its signed call to the canonical topic, by gateway and normalizer on a real broker. */
class DeclaredSourceIT {
    private static final Path DECLARATIONS = Path.of("..", "..", "jobs-config", "hooks");
    private static final String SECRET = "0123456789abcdef";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final long SECONDS = 60;

    @TempDir
    private Path folder;

    private final TestingKafka kafka = TestingKafka.start();
    private final TestingRegistry registry = TestingRegistry.start();
    private final RecordCodec codec = RecordCodec.connectedTo(registry.uri());

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Gateway gateway;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private StreamsService normalizer;

    @BeforeEach
    void start() throws Exception {
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                    .prepare(Topics.ALL);
        }
        Files.writeString(folder.resolve("hook-plant-quality"), SECRET);
        gateway = Gateway.start(GatewaySettings.from(gatewaySettings()), CLOCK)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        List<String> problems = new ArrayList<>();
        normalizer = new StreamsService(
                new NormalizerSettings(
                        kafka.bootstrap(),
                        registry.uri(),
                        folder.resolve("streams"),
                        1,
                        1,
                        "GBP",
                        Map.of(RawOrders.UK, "UK"),
                        HookSources.in(DECLARATIONS, problems)),
                codec,
                new Counters());
        normalizer.start();
        await().atMost(Duration.ofSeconds(SECONDS)).until(gateway::isReady);
    }

    @AfterEach
    void stop() {
        normalizer.close();
        gateway.close();
        registry.close();
        kafka.close();
    }

    @Test
    void becomesCanonicalRecordsAndIsToldWhatIsWrong() {
        SignedCalls calls = new SignedCalls(gateway.port(), SECRET, CLOCK);
        String first = inspection("QI-1", "11:58:00", 196, "S");

        assertThat(calls.post("plant-quality", first).statusCode()).isEqualTo(200);
        assertThat(calls.post("plant-quality", first).statusCode()).isEqualTo(200);
        assertThat(calls.post(
                                "plant-quality",
                                "[" + inspection("QI-1", "11:59:00", 198, "S") + ","
                                        + inspection("QI-2", "11:59:30", 10, "X") + "]")
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls.post(
                                "plant-quality",
                                "{\"event\": \"inspection.removed\", \"number\": \"QI-1\","
                                        + " \"changedAt\": \"2026-03-01T11:59:59Z\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls.forge("plant-quality", first).statusCode()).isEqualTo(401);
        assertThat(calls.post("nobody", first).statusCode()).isEqualTo(404);
        HttpResponse<String> told = calls.post("plant-quality", first.replace("\"good\"", "\"goood\""));
        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(told.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(told.body()).contains("\"pointer\":\"/good\"", "/good is missing");

        List<QualityInspection> inspections = read(Topics.QUALITY_INSPECTION, 3).stream()
                .map(QualityInspection.class::cast)
                .toList();
        assertThat(inspections).extracting(QualityInspection::getOp).containsExactly(Op.UPSERT, Op.UPSERT, Op.DELETE);
        assertThat(inspections).extracting(QualityInspection::getPassedQuantity).containsExactly(196L, 198L, 198L);
        assertThat(inspections.get(0).getUnit()).isEqualTo("plant-2");
        assertThat(inspections.toString()).doesNotContain("Anna");
        assertThat(read(Topics.RAW_HOOK_EVENT, 4).toString()).doesNotContain("Anna");
        assertThat((RejectedRecord) read(Topics.QUALITY_INSPECTION_REJECTED, 1).get(0))
                .satisfies(letter -> assertThat(letter.getDetail())
                        .isEqualTo("/faults/0/decision: must be one of those the lookup knows"));
        assertThat((RejectedRecord) read(Topics.RAW_HOOK_EVENT_REJECTED, 1).get(0))
                .satisfies(letter -> {
                    assertThat(letter.getReason()).isEqualTo("malformed-body");
                    assertThat(letter.getDetail()).isEqualTo("/good is missing");
                    assertThat(letter.toString()).doesNotContain("Anna");
                });
    }

    private static String inspection(String number, String time, int good, String decision) {
        return """
                {"event": "inspection.saved", "number": "%s", "changedAt": "2026-03-01T%sZ", "inspector": "Anna Weber",
                 "item": {"code": "mug-350"}, "finishedAt": "2026-03-01T11:55:00Z", "checked": 200, "good": %d,
                 "faults": [{"code": "chip", "count": 2, "decision": "%s"}]}""".formatted(number, time, good, decision);
    }

    private Settings gatewaySettings() {
        return Settings.of(Map.ofEntries(
                Map.entry("http.port", "0"),
                Map.entry("kafka.bootstrap.servers", kafka.bootstrap()),
                Map.entry("registry.url", registry.uri().toString()),
                Map.entry("shopify.shops", RawOrders.UK),
                Map.entry("shopify.secret", SECRET),
                Map.entry("pseudonym.key", SECRET),
                Map.entry("dead-letter.key", SECRET + SECRET),
                Map.entry("hooks.dir", DECLARATIONS.toString()),
                Map.entry("hooks.secrets-dir", folder.toString())));
    }

    private List<SpecificRecord> read(Topic topic, int count) {
        return CommittedRecords.read(kafka.bootstrap(), topic, count).stream()
                .map(record -> codec.decode(record.value()))
                .toList();
    }
}
