package com.sentia.verification.bench.gateway;

import com.sentia.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The ids of the orders that stand on the raw topic. */
final class WrittenOrders {
    private static final Duration POLL = Duration.ofMillis(500);

    private WrittenOrders() {}

    static Set<Long> on(String kafka) {
        Set<Long> ids = new HashSet<>();
        List<TopicPartition> partitions = IntStream.range(0, Topics.RAW_SHOPIFY_ORDER.partitions())
                .mapToObj(number -> new TopicPartition(Topics.RAW_SHOPIFY_ORDER.name(), number))
                .toList();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL)
                        .forEach(record -> ids.add(
                                Long.valueOf(record.key().substring(record.key().lastIndexOf('/') + 1))));
            }
        }
        return ids;
    }
}
