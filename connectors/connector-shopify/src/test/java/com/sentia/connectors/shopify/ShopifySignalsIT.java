package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.NoticeKind;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SignalKind;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingConnect;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals on a real topic, acted on by a connector in a real worker, exactly once, while the shops go on selling. */
class ShopifySignalsIT {
    private static final String NAME = "shopify";
    private static final double STILL = 0.001;

    @TempDir
    private Path home;

    private TestingKafka kafka;
    private TestingRegistry registry;
    private RecordCodec codec;

    @BeforeEach
    void start() {
        kafka = TestingKafka.start();
        registry = TestingRegistry.start();
        codec = RecordCodec.connectedTo(registry.uri());
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                    .prepare(Topics.ALL);
        }
    }

    @AfterEach
    void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void pausesOneShopOverARestartAndBackfillsTheOtherOnceThoughStoppedInBetween() throws Exception {
        RetailFileText file = new RetailFileText();
        IntStream.range(0, 60)
                .forEach(i -> file.order(500001 + i, 1, RetailFileText.OPENING.plusMinutes(i), "United Kingdom"));
        IntStream.range(0, 10).forEach(i -> file.order(600001 + i, 1, RetailFileText.OPENING.plusMinutes(i), "France"));
        file.order(600100, 1, RetailFileText.OPENING.plusHours(30), "France");
        file.order(500100, 1, RetailFileText.OPENING.plusHours(30), "United Kingdom");
        try (RetailShops shops = RetailShops.start(home, file.text(), 0.5, "PLUS", STILL);
                ReadTopic orders = new ReadTopic(kafka, Topics.RAW_SHOPIFY_ORDER, codec);
                ReadTopic notices = new ReadTopic(kafka, Topics.CONNECTOR_NOTICE, codec)) {
            try (TestingConnect connect = TestingConnect.start(kafka, "signals")) {
                connect.put(NAME, config(shops));
                notices.readUntil(() -> of(notices, NoticeKind.FEED_ADDED).size() == 2);
                orders.readUntil(() -> orders.values(SourceProgress.class).stream()
                                .map(SourceProgress::getUnit)
                                .distinct()
                                .count()
                        == 2);
                send(SentSignals.signal(SignalKind.PAUSE, RetailShops.EU));
                send(SentSignals.signal(SignalKind.BACKFILL, RetailShops.UK)
                        .setFrom(Instant.parse("2000-01-01T00:00:00Z"))
                        .setTo(Instant.parse("2100-01-01T00:00:00Z")));
                notices.readUntil(() -> of(notices, NoticeKind.BACKFILL_STARTED).size() == 1);
                connect.restart(NAME);
                shops.speed(20_000);
                notices.readUntil(
                        () -> of(notices, NoticeKind.BACKFILL_COMPLETED).size() == 1);
            }
            try (TestingConnect connect = TestingConnect.start(kafka, "signals")) {
                orders.readUntil(() -> ids(orders, RetailShops.UK).contains("500100"));
                assertThat(ids(orders, RetailShops.EU)).doesNotContain("600100");

                send(SentSignals.signal(SignalKind.RESUME, RetailShops.EU));
                orders.readUntil(() -> ids(orders, RetailShops.EU).contains("600100"));
                send(SentSignals.signal(SignalKind.BACKFILL, RetailShops.EU)
                        .setId("by-ids")
                        .setIds(List.of("600003")));
                notices.readUntil(
                        () -> of(notices, NoticeKind.BACKFILL_COMPLETED).size() == 2);
                orders.readUntil(() -> ids(orders, RetailShops.EU).stream()
                                .filter("600003"::equals)
                                .count()
                        == 2);
                assertThat(connect.status(NAME).tasks())
                        .allMatch(task -> task.state().equals("RUNNING"));
            }

            assertThat(of(notices, NoticeKind.SIGNAL_ACCEPTED))
                    .extracting(ConnectorNotice::getSignal)
                    .containsExactlyInAnyOrder("pause", "backfill", "resume", "by-ids");
            assertThat(of(notices, NoticeKind.SIGNAL_REFUSED)).isEmpty();
            // Every order there was when the backfill ran stands there, none more than live reading and the backfill
            // sent it.
            assertThat(ids(orders, RetailShops.UK).stream().distinct()).hasSize(61);
        }
    }

    private void send(ConnectorSignal.Builder signal) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            String topic = Topics.CONNECTOR_SIGNAL.name();
            producer.send(new ProducerRecord<>(
                            topic, NAME.getBytes(StandardCharsets.UTF_8), codec.encode(topic, signal.build())))
                    .get();
        }
    }

    private Map<String, String> config(RetailShops shops) {
        Map<String, String> config = new HashMap<>(RunningTask.config(shops.baseUrl(), RetailShops.UK, RetailShops.EU));
        config.put("connector.class", ShopifySourceConnector.class.getName());
        config.put("tasks.max", "2");
        config.put("exactly.once.support", "required");
        config.put("registry.url", registry.uri().toString());
        config.put("signal.bootstrap.servers", kafka.bootstrap());
        config.put("page.orders", "5");
        config.put("poll.orders", "5");
        return config;
    }

    private static List<ConnectorNotice> of(ReadTopic notices, NoticeKind kind) {
        return notices.values(ConnectorNotice.class).stream()
                .filter(notice -> notice.getKind() == kind)
                .toList();
    }

    private static List<String> ids(ReadTopic orders, String shop) {
        return orders.values(RawRecord.class).stream()
                .filter(record -> record.getUnit().equals(shop))
                .map(RawRecord::getId)
                .toList();
    }
}
