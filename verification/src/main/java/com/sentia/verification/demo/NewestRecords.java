package com.sentia.verification.demo;

import com.sentia.schemas.Op;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Reads topics to their ends and tells what the newest record of each key is. */
final class NewestRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(500);

    private NewestRecords() {}

    /** What a record that stands is reduced to; nothing of one that says its entity is gone. */
    interface Reduction<T> {
        Optional<T> of(SpecificRecord record);

        /** Whether a later record of a key stands for what an earlier one said; canonical ones are in the order of their versions. */
        default boolean replaces(T before, T now) {
            return true;
        }
    }

    /** The last committed record of each order and refund, reduced to the lines of the file it stands on. */
    static List<Traces> traces(DemoCheckSettings.Pipeline settings) {
        return read(settings, List.of(Topics.SALES_ORDER, Topics.SALES_REFUND), NewestRecords::traces);
    }

    private static Optional<Traces> traces(SpecificRecord record) {
        if (record instanceof SalesOrder order && order.getOp() != Op.DELETE) {
            return Optional.of(Traces.of(order));
        }
        if (record instanceof SalesRefund refund && refund.getOp() != Op.DELETE) {
            return Optional.of(Traces.of(refund));
        }
        return Optional.empty();
    }

    /** The last committed record of each key, reduced. Progress records have keys of their own. */
    static <T> List<T> read(DemoCheckSettings.Pipeline settings, List<Topic> topics, Reduction<T> reduction) {
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
            return read(consumer, topics, RecordCodec.connectedTo(settings.registryUrl()), reduction);
        } catch (KafkaException e) {
            throw new CheckException("topics can't be read: " + e.getMessage(), e);
        }
    }

    private static <T> List<T> read(
            Consumer<String, byte[]> consumer, List<Topic> topics, RecordCodec codec, Reduction<T> reduction) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, T> newest = new HashMap<>();
        long lastAdvance = System.nanoTime();
        while (!isAtEnd(consumer, ends)) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                keep(newest, record, codec, reduction);
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

    private static <T> void keep(
            Map<String, T> newest, ConsumerRecord<String, byte[]> record, RecordCodec codec, Reduction<T> reduction) {
        // Progress is told in each partition for itself.
        String key = record.topic() + '|' + record.partition() + '|' + record.key();
        Optional<T> reduced = record.value() == null ? Optional.empty() : reduction.of(codec.decode(record.value()));
        reduced.ifPresentOrElse(
                what -> newest.merge(key, what, (before, now) -> reduction.replaces(before, now) ? now : before),
                () -> newest.remove(key));
    }
}
