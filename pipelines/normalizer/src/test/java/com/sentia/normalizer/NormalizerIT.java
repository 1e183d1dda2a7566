package com.sentia.normalizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.normalizer.topology.Counters;
import com.sentia.normalizer.topology.RawOrders;
import com.sentia.schemas.ErasureOrigin;
import com.sentia.schemas.Op;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizerIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path stateFolder;

    private final TestingKafka kafka = TestingKafka.start();
    private final TestingRegistry registry = TestingRegistry.start();
    private final RecordCodec codec = RecordCodec.connectedTo(registry.uri());

    @BeforeEach
    void prepare() {
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
    void keepsPartitionAndOrderAndLosesNothingWhenItStartsAgain() {
        try (StreamsService service = service()) {
            service.start();
            write(2, RawOrders.order("100", 1, 6, "7000"), progress(1));
            write(1, RawOrders.raw("101", 1, Op.UPSERT, "{}"));
            assertThat(CommittedRecords.read(kafka.bootstrap(), Topics.SALES_ORDER, 2))
                    .allSatisfy(record -> assertThat(record.partition()).isEqualTo(2));
            assertThat(CommittedRecords.read(kafka.bootstrap(), Topics.SALES_ORDER_REJECTED, 1)
                            .get(0)
                            .partition())
                    .isEqualTo(1);
        }
        write(2, RawOrders.order("100", 1, 9), RawOrders.order("100", 2, 7), progress(2));
        try (StreamsService service = service()) {
            service.start();

            List<SpecificRecord> orders = values(CommittedRecords.read(kafka.bootstrap(), Topics.SALES_ORDER, 4));
            assertThat(orders.get(0))
                    .isInstanceOfSatisfying(
                            SalesOrder.class,
                            order -> assertThat(quantity(order)).isEqualTo(6));
            assertThat(orders.get(1)).isEqualTo(progress(1));
            assertThat(orders.get(2))
                    .isInstanceOfSatisfying(
                            SalesOrder.class,
                            order -> assertThat(quantity(order)).isEqualTo(7));
            assertThat(orders.get(3)).isEqualTo(progress(2));
            assertThat(values(CommittedRecords.read(kafka.bootstrap(), Topics.SALES_REFUND, 4)))
                    .hasSize(4);
            assertThat(values(CommittedRecords.read(kafka.bootstrap(), Topics.SALES_ORDER_REJECTED, 1)))
                    .singleElement()
                    .isInstanceOf(RejectedRecord.class);
        }
    }

    private StreamsService service() {
        NormalizerSettings settings = new NormalizerSettings(
                kafka.bootstrap(), registry.uri(), stateFolder, 0, 2, "GBP", Map.of(RawOrders.UK, "UK"), List.of());
        return new StreamsService(settings, codec, new Counters());
    }

    @Test
    void forgetsAPersonInWhatWentOutAndAfterAStartToo() {
        PrivacyErasure erasure = PrivacyErasure.newBuilder()
                .setSource("shopify")
                .setUnit(RawOrders.UK)
                .setSubject("k1:00ff")
                .setOrigin(ErasureOrigin.COMMAND)
                .setRequestedAt(Instant.EPOCH)
                .build();
        try (StreamsService service = service()) {
            service.start();
            write(2, RawOrders.order("100", 1, 6));
            assertThat(customers(1)).containsExactly("k1:00ff");
            write(Topics.PRIVACY_ERASURE, 0, RawOrders.UK + "/k1:00ff", erasure);
            assertThat(customers(2)).containsExactly("k1:00ff", null);
        }
        write(2, RawOrders.order("101", 1, 6));
        try (StreamsService service = service()) {
            service.start();

            assertThat(customers(3)).containsExactly("k1:00ff", null, null);
        }
    }

    private List<String> customers(int orders) {
        return values(CommittedRecords.read(kafka.bootstrap(), Topics.SALES_ORDER, orders)).stream()
                .map(order -> ((SalesOrder) order).getCustomerKey())
                .toList();
    }

    private void write(int partition, SpecificRecord... records) {
        write(Topics.RAW_SHOPIFY_ORDER, partition, "key", records);
    }

    private void write(Topic topic, int partition, String key, SpecificRecord... records) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrap(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "test");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (SpecificRecord record : records) {
                sent.add(producer.send(new ProducerRecord<>(
                        topic.name(),
                        partition,
                        key.getBytes(StandardCharsets.UTF_8),
                        codec.encode(topic.name(), record))));
            }
            producer.commitTransaction();
            assertThat(sent).allMatch(Future::isDone);
        }
    }

    private List<SpecificRecord> values(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(record -> codec.decode(record.value())).toList();
    }

    private static long quantity(SalesOrder order) {
        return order.getLines().get(0).getQuantity();
    }

    private static SourceProgress progress(int second) {
        return new SourceProgress("shopify", RawOrders.UK, "order", Instant.EPOCH.plusSeconds(second), Instant.EPOCH);
    }
}
