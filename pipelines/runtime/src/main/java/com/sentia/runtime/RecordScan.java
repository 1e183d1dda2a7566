package com.sentia.runtime;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.UndecodableRecordException;
import com.sentia.schemas.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what topics hold at the moment, outside any job; records that are unfit are passed over. */
public final class RecordScan {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ANSWER_MS = 10_000;

    private final KafkaAddress address;

    public RecordScan(KafkaAddress address) {
        this.address = address;
    }

    /**
     * Gives every committed record from the beginning, at most so many of each partition, to the taker.
     *
     * @return how many were given
     */
    public <T> long read(List<Topic> topics, long mostPerPartition, RecordReader<T> reader, Consumer<T> taker) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                address.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                Topic.MAX_RECORD_BYTES,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        RecordCodec codec = address.codec();
        long given = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    topics.stream().flatMap(RecordScan::partitions).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> left = new HashMap<>();
            partitions.forEach(partition -> left.put(partition, mostPerPartition));
            while (!left.isEmpty()) {
                left.keySet().removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
                consumer.pause(partitions.stream()
                        .filter(partition -> !left.containsKey(partition))
                        .toList());
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    Long wanted = left.computeIfPresent(partition, (key, rest) -> rest == 0 ? null : rest - 1);
                    if (wanted != null && give(codec, record, reader, taker)) {
                        given++;
                    }
                }
            }
        }
        return given;
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    private static <T> boolean give(
            RecordCodec codec, ConsumerRecord<byte[], byte[]> record, RecordReader<T> reader, Consumer<T> taker) {
        if (record.value() == null) {
            return false;
        }
        try {
            Position position = new Position(record.topic(), record.partition(), record.offset());
            taker.accept(reader.record(codec.decode(record.value()), position));
            return true;
        } catch (UndecodableRecordException | UnfitRecordException expected) {
            // Whoever counts it sets it aside.
            return false;
        }
    }
}
