package com.sentia.verification.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks through every record of every topic, internal topics and records of transactions that were given up included. */
public final class TopicSweep {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TopicSweep() {}

    /**
     * Reads everything there is when it begins.
     *
     * @throws IllegalStateException when the topics can't be read to their ends
     */
    public static Sweep of(String bootstrapServers) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_uncommitted"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics(bootstrapServers).stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        }
    }

    private static Sweep read(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<String> found = new ArrayList<>();
        long looked = 0;
        long moved = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                looked++;
                mark(record)
                        .ifPresent(mark -> found.add("topic " + record.topic() + ", partition " + record.partition()
                                + ", offset " + record.offset() + ": " + mark));
            }
            if (!records.isEmpty()) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new IllegalStateException("the topics were not read to their ends: nothing came for " + PATIENCE);
            }
        }
        return new Sweep(looked, found);
    }

    private static Optional<String> mark(ConsumerRecord<byte[], byte[]> record) {
        Optional<String> mark = in(record.value()).or(() -> in(record.key()));
        for (Header header : record.headers()) {
            mark = mark.or(() -> in(header.value())).or(() -> PersonalMarks.in(header.key()));
        }
        return mark;
    }

    private static Optional<String> in(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? Optional.empty() : PersonalMarks.in(bytes);
    }

    private static List<String> topics(String bootstrapServers) {
        Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        try {
            return List.copyOf(admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics can't be listed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while listing the topics", e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
