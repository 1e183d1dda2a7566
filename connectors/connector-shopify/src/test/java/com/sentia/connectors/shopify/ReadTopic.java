package com.sentia.connectors.shopify;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.testkit.TestingKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic as readers of committed records see it, from its start. */
final class ReadTopic implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordCodec codec;
    private final List<Read> seen = new ArrayList<>();

    private record Read(int partition, SpecificRecord value) {}

    ReadTopic(TestingKafka kafka, Topic topic, RecordCodec codec) {
        this.codec = codec;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrap(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList());
    }

    void readUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST + "; read " + seen.size() + " records");
            }
            consumer.poll(Duration.ofMillis(100))
                    .forEach(record -> seen.add(new Read(record.partition(), codec.decode(record.value()))));
        }
    }

    <T extends SpecificRecord> List<T> values(Class<T> kind) {
        return seen.stream()
                .map(Read::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    long partitionsWith(Class<? extends SpecificRecord> kind) {
        return seen.stream()
                .filter(read -> kind.isInstance(read.value()))
                .map(Read::partition)
                .distinct()
                .count();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
