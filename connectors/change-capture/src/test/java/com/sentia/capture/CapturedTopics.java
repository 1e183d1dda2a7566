package com.sentia.capture;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.testkit.TestingKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The raw topics of all captured tables as readers of committed records see one plant's records on them, from their start. */
final class CapturedTopics implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordCodec codec;
    private final String unit;
    private final List<Read> seen = new ArrayList<>();

    /** One of them, with its place. */
    record Read(String topic, int partition, String key, SpecificRecord value) {}

    CapturedTopics(TestingKafka kafka, RecordCodec codec, String unit) {
        this.codec = codec;
        this.unit = unit;
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
        consumer.assign(Arrays.stream(CapturedTable.values())
                .map(CapturedTable::topic)
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList());
    }

    void readUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST + ": " + what + "; read " + seen.size() + " records");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                Read read = new Read(
                        record.topic(),
                        record.partition(),
                        new String(record.key(), StandardCharsets.UTF_8),
                        codec.decode(record.value()));
                if (unitOf(read.value()).equals(unit)) {
                    seen.add(read);
                }
            });
        }
    }

    /** Waits for a first mark of the log: what is changed from now on is no part of the snapshot. */
    void readUntilTheLogIsRead() {
        readUntil("a first mark", () -> seen.stream().anyMatch(read -> read.value() instanceof SourceProgress));
    }

    /** All that was read, within each partition in its order. */
    List<Read> seen() {
        return List.copyOf(seen);
    }

    /** The versions of the records with that id, in the order in which they were read. */
    List<RawRecord> records(Topic topic, String id) {
        return records(topic).stream().filter(raw -> raw.getId().equals(id)).toList();
    }

    List<RawRecord> records(Topic topic) {
        return seen.stream()
                .filter(read -> read.topic().equals(topic.name()))
                .map(Read::value)
                .filter(RawRecord.class::isInstance)
                .map(RawRecord.class::cast)
                .toList();
    }

    private static String unitOf(SpecificRecord record) {
        if (record instanceof RawRecord raw) {
            return raw.getUnit();
        }
        return record instanceof SourceProgress progress ? progress.getUnit() : "";
    }

    @Override
    public void close() {
        consumer.close();
    }
}
