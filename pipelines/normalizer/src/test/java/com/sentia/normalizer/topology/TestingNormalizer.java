package com.sentia.normalizer.topology;

import com.sentia.normalizer.mapping.PayloadMapper;
import com.sentia.normalizer.mapping.ShopifyOrderMapper;
import com.sentia.schemas.ErasureOrigin;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.SubjectPreparation;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The order feed's real topology over Kafka's test driver. */
final class TestingNormalizer implements AutoCloseable {
    final Counters counters = new Counters();
    final RecordCodec codec;

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;

    TestingNormalizer(Path stateFolder) {
        this(stateFolder, new ShopifyOrderMapper(Map.of(RawOrders.UK, "UK")));
    }

    TestingNormalizer(Path stateFolder, PayloadMapper mapper) {
        this(
                stateFolder,
                new Feed(
                        "shopify-order",
                        Topics.RAW_SHOPIFY_ORDER,
                        List.of(Topics.SALES_ORDER, Topics.SALES_REFUND),
                        mapper));
    }

    TestingNormalizer(Path stateFolder, Feed feed) {
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        new SubjectPreparation(registry).prepare(Topics.ALL);
        codec = new RecordCodec(registry);
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksMemory.class);
        driver = new TopologyTestDriver(NormalizerTopology.of(List.of(feed), codec, counters), properties);
        raw = driver.createInputTopic(feed.raw().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Puts records on the raw topic, in this order. */
    TestingNormalizer read(SpecificRecord... records) {
        for (SpecificRecord record : records) {
            String key = record instanceof RawRecord order ? order.getUnit() + "/" + order.getId() : "progress/x";
            readBytes(key, codec.encode(Topics.RAW_SHOPIFY_ORDER.name(), record));
        }
        return this;
    }

    void readBytes(String key, byte[] value) {
        raw.pipeInput(key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** Asks to forget a customer, and lets the time pass in which that is done. */
    void forget(String unit, String subject) {
        PrivacyErasure erasure = PrivacyErasure.newBuilder()
                .setSource("shopify")
                .setUnit(unit)
                .setSubject(subject)
                .setOrigin(ErasureOrigin.COMMAND)
                .setRequestedAt(Instant.EPOCH)
                .build();
        driver.createInputTopic(Topics.PRIVACY_ERASURE.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(
                        (unit + "/" + subject).getBytes(StandardCharsets.UTF_8),
                        codec.encode(Topics.PRIVACY_ERASURE.name(), erasure));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    /** What has come out on a topic since it was last asked for. */
    List<Sent> sentTo(Topic topic) {
        TestOutputTopic<byte[], byte[]> out =
                driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return out.readRecordsToList().stream()
                .map(record ->
                        new Sent(new String(record.getKey(), StandardCharsets.UTF_8), codec.decode(record.getValue())))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }

    /** A record that came out. */
    record Sent(String key, SpecificRecord value) {
        <T extends SpecificRecord> T as(Class<T> type) {
            return type.cast(value);
        }
    }
}
