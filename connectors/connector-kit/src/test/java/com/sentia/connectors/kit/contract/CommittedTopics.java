package com.sentia.connectors.kit.contract;

import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.testkit.TestingKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics as readers of committed records see them, from when they are opened on. */
final class CommittedTopics implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordCodec codec;
    private final List<Read> seen = new ArrayList<>();

    private record Read(String topic, int partition, SpecificRecord value) {}

    CommittedTopics(TestingKafka kafka, Collection<Topic> topics, RecordCodec codec) {
        this.codec = codec;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrap(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .distinct()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    void readUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST + ": " + what + "; read " + seen.size() + " records");
            }
            consumer.poll(POLL)
                    .forEach(record ->
                            seen.add(new Read(record.topic(), record.partition(), codec.decode(record.value()))));
        }
    }

    /** The values of a kind read so far. */
    <T extends SpecificRecord> List<T> values(Class<T> kind) {
        return seen.stream()
                .map(Read::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    List<RawRecord> records() {
        return values(RawRecord.class);
    }

    /** Whether every partition was told that a feed is complete up to some time. */
    boolean isComplete(SourceUnit feed, Topic topic) {
        return seen.stream()
                        .filter(read -> read.topic().equals(topic.name()))
                        .filter(read -> read.value() instanceof SourceProgress progress
                                && progress.getUnit().equals(feed.unit())
                                && progress.getEntity().equals(feed.entity()))
                        .map(Read::partition)
                        .distinct()
                        .count()
                == topic.partitions();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
