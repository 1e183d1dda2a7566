package com.sentia.launcher.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.LauncherException;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.UndecodableRecordException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed records of a topic and turns each into a line of JSON. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordCodec codec;

    public TopicReader(String servers, URI registry) {
        this.codec = RecordCodec.connectedTo(registry);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * What is wanted.
     *
     * @param records how many; without end when following
     * @param last the newest ones
     * @param follow go on with what comes
     * @param key only records whose key contains this
     */
    public record Wish(int records, boolean last, boolean follow, String key) {}

    /** Gives lines to the taker until it has enough, or the topic's present end is reached and nobody follows. */
    public void read(String topic, Wish wish, Predicate<String> taker) {
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(partitions, ends, wish);
            int left = wish.records();
            while (wish.follow() || left > 0) {
                var batch = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : batch) {
                    if (key(record).contains(wish.key())
                            && (wish.follow() || left-- > 0)
                            && !taker.test(line(record))) {
                        return;
                    }
                }
                if (!wish.follow() && isAtEnd(ends)) {
                    return;
                }
            }
        } catch (KafkaException e) {
            throw new LauncherException("the broker doesn't answer: is the stack up? (" + e.getMessage() + ")", e);
        }
    }

    private void seek(List<TopicPartition> partitions, Map<TopicPartition, Long> ends, Wish wish) {
        if (!wish.last()) {
            consumer.seekToBeginning(partitions);
            return;
        }
        // Transaction markers take offsets too, so a few more are looked at than are wanted.
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        long each = Math.max(2, 2L * wish.records() / partitions.size());
        for (TopicPartition partition : partitions) {
            long begin = begins.getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(begin, ends.getOrDefault(partition, 0L) - each));
        }
    }

    private boolean isAtEnd(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> open = new HashMap<>(ends);
        open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        return open.isEmpty();
    }

    private String line(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = JSON.createObjectNode()
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("at", Instant.ofEpochMilli(record.timestamp()).toString())
                .put("key", key(record));
        try {
            if (record.value() != null) {
                SpecificRecord value = codec.decode(record.value());
                line.put("kind", value.getSchema().getName());
                line.set("value", JSON.readTree(value.toString()));
            }
        } catch (UndecodableRecordException | JsonProcessingException e) {
            line.put("undecodable", String.valueOf(e.getMessage()));
        }
        return line.toString();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
