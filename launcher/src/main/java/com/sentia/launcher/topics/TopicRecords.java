package com.sentia.launcher.topics;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.RegistryUnavailableException;
import com.sentia.schemas.codec.UndecodableRecordException;
import com.sentia.schemas.codec.UnregisteredSchemaException;
import com.sentia.schemas.topics.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** All that a topic holds at the moment, and more of it. */
public final class TopicRecords {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ANSWER_MS = 10_000;

    private final Topic topic;
    private final String servers;
    private final RecordCodec codec;

    public TopicRecords(Topic topic, String servers, URI registry) {
        this.topic = topic;
        this.servers = servers;
        this.codec = RecordCodec.connectedTo(registry);
    }

    /** A record with its key. */
    public record Keyed(String key, SpecificRecord value) {}

    /** Hears how many of all have been done. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long all);
    }

    /** As {@link #read(BiConsumer, Progress)}, where it is short work. */
    public void read(BiConsumer<String, SpecificRecord> taker) throws IOException {
        read(taker, (done, all) -> {
            // Nobody waits.
        });
    }

    /**
     * Gives each committed record that can be decoded to the taker, those of a key in the order in which they were written.
     *
     * @throws IOException when broker or registry don't answer
     */
    public void read(BiConsumer<String, SpecificRecord> taker, Progress progress) throws IOException {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.name(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long all = ends.values().stream().mapToLong(Long::longValue).sum();
            for (long done = read(consumer, ends); done < all; done = read(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    give(record, taker);
                }
                progress.at(read(consumer, ends), all);
            }
        } catch (KafkaException | RegistryUnavailableException e) {
            throw new IOException("the topic " + topic.name() + " can't be read: " + e.getMessage(), e);
        }
    }

    /** How much of what was there at the beginning has been come past. */
    private static long read(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.min(consumer.position(end.getKey()), end.getValue()))
                .sum();
    }

    private void give(ConsumerRecord<byte[], byte[]> record, BiConsumer<String, SpecificRecord> taker) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        try {
            taker.accept(new String(record.key(), StandardCharsets.UTF_8), codec.decode(record.value()));
        } catch (UndecodableRecordException expected) {
            // Whoever works with the topic sets it aside.
        }
    }

    /** As {@link #write(Stream, LongConsumer)}, where it is short work. */
    public void write(Stream<Keyed> records) throws IOException, InterruptedException {
        write(records, done -> {
            // Nobody waits.
        });
    }

    /**
     * Writes records, each once and in order per key; returns when the broker has them all.
     *
     * @param progress hears how many it has
     * @throws IOException when broker or registry don't answer, saying how many were written
     */
    public void write(Stream<Keyed> records, LongConsumer progress) throws IOException, InterruptedException {
        Iterator<Keyed> left = records.iterator();
        if (!left.hasNext()) {
            return;
        }
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                ANSWER_MS);
        AtomicLong written = new AtomicLong();
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (left.hasNext() && failure.get() == null) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                // What came of it the callback hears.
                Future<RecordMetadata> unused = producer.send(encoded(left.next()), (metadata, problem) -> {
                    if (problem == null) {
                        written.incrementAndGet();
                    } else {
                        failure.compareAndSet(null, problem);
                    }
                });
                progress.accept(written.get());
            }
            producer.flush();
        } catch (KafkaException | RegistryUnavailableException | UnregisteredSchemaException e) {
            failure.compareAndSet(null, e);
        }
        Exception problem = failure.get();
        if (problem != null) {
            throw new IOException(
                    "the topic " + topic.name() + " took " + written.get() + " records, then no more: "
                            + problem.getMessage(),
                    problem);
        }
    }

    private ProducerRecord<byte[], byte[]> encoded(Keyed record) {
        return new ProducerRecord<>(
                topic.name(),
                record.key().getBytes(StandardCharsets.UTF_8),
                codec.encode(topic.name(), record.value()));
    }
}
