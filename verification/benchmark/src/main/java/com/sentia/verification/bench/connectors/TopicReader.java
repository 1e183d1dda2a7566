package com.sentia.verification.bench.connectors;

import com.sentia.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what was committed to a topic, from places on. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicReader(String kafka, Topic topic) {
        this.partitions = IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .toList();
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        "10000",
                        "max.partition.fetch.bytes",
                        Integer.toString(8 << 20)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(partitions);
    }

    /** Where the committed records end now. */
    Map<TopicPartition, Long> end() {
        return Map.copyOf(consumer.endOffsets(partitions));
    }

    /** Goes to places, to read on from there. */
    void goTo(Map<TopicPartition, Long> places) {
        places.forEach(consumer::seek);
    }

    /** Hands on what there is to read next; nothing, after a moment, when there is nothing. */
    int readSome(Consumer<ConsumerRecord<String, byte[]>> taker) {
        var records = consumer.poll(POLL);
        records.forEach(taker);
        return records.count();
    }

    /** Hands on everything from one place to another. */
    void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Consumer<ConsumerRecord<String, byte[]>> taker) {
        goTo(from);
        while (to.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            readSome(taker);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
