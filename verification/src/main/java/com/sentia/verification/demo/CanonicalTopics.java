package com.sentia.verification.demo;

import com.sentia.schemas.Op;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the canonical topics to their ends and tells which lines of the file the newest records stand on. */
final class CanonicalTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(500);

    private CanonicalTopics() {}

    /** The last committed record of each order and refund, reduced to what it stands on. */
    static List<Traces> read(DemoCheckSettings.Pipeline settings) {
        Map<String, Object> client = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafkaServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            return read(consumer, RecordCodec.connectedTo(settings.registryUrl()));
        } catch (KafkaException e) {
            throw new CheckException("the canonical topics can't be read: " + e.getMessage(), e);
        }
    }

    private static List<Traces> read(Consumer<String, byte[]> consumer, RecordCodec codec) {
        List<TopicPartition> partitions = List.of(Topics.SALES_ORDER, Topics.SALES_REFUND).stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, Traces> newest = new HashMap<>();
        long lastAdvance = System.nanoTime();
        while (!isAtEnd(consumer, ends)) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                keep(newest, record, codec);
            }
            if (!records.isEmpty()) {
                lastAdvance = System.nanoTime();
            } else if (System.nanoTime() - lastAdvance > PATIENCE.toNanos()) {
                throw new CheckException("the canonical topics were not read to their ends: nothing came for "
                        + PATIENCE.toSeconds() + " s");
            }
        }
        return List.copyOf(newest.values());
    }

    private static boolean isAtEnd(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static void keep(Map<String, Traces> newest, ConsumerRecord<String, byte[]> record, RecordCodec codec) {
        String key = record.topic() + '|' + record.key();
        if (record.value() == null) {
            newest.remove(key);
            return;
        }
        SpecificRecord value = codec.decode(record.value());
        if (value instanceof SalesOrder order) {
            keep(newest, key, order.getOp(), Traces.of(order));
        } else if (value instanceof SalesRefund refund) {
            keep(newest, key, refund.getOp(), Traces.of(refund));
        }
    }

    private static void keep(Map<String, Traces> newest, String key, Op op, Traces traces) {
        if (op == Op.DELETE) {
            newest.remove(key);
        } else {
            newest.put(key, traces);
        }
    }
}
