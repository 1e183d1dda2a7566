package com.sentia.connectors.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks through the topic of tokens for any in the clear. */
final class TokenTraces {
    private TokenTraces() {}

    static void assertNone(TestingKafka kafka, List<String> traces) {
        List<String> stored = stored(kafka);
        assertThat(stored).isNotEmpty();
        traces.forEach(trace -> assertThat(stored).noneMatch(text -> text.contains(trace)));
    }

    private static List<String> stored(TestingKafka kafka) {
        TopicPartition partition = new TopicPartition(Topics.CONNECTOR_TOKEN.name(), 0);
        List<String> stored = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> stored.add(new String(record.value(), StandardCharsets.ISO_8859_1)));
            }
        }
        return stored;
    }
}
