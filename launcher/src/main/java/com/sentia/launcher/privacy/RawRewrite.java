package com.sentia.launcher.privacy;

import com.sentia.launcher.LauncherException;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Takes a person out of a topic that is kept by time. A log can only be cut at its beginning: so all up to the last record with the person
 * is written again behind the end, without the person, and then cut off. To who reads versions a repeated one is no news.
 *
 * <p>Written first and cut then: if it is broken off in between, records stand twice, and it can be done again.
 */
public final class RawRewrite {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int IN_FLIGHT = 5_000;

    private final String servers;
    private final RecordCodec codec;

    public RawRewrite(String servers, RecordCodec codec) {
        this.servers = servers;
        this.codec = codec;
    }

    /** How many records had the person, of how many that were written again. */
    public record Rewritten(long withPerson, long writtenAgain) {
        Rewritten and(Rewritten other) {
            return new Rewritten(withPerson + other.withPerson, writtenAgain + other.writtenAgain);
        }
    }

    /** Does so for each partition that has the person. */
    public Rewritten rewrite(Topic topic, Subject subject) throws InterruptedException {
        Rewritten all = new Rewritten(0, 0);
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .toList();
        for (TopicPartition partition : partitions) {
            Optional<Long> last = lastWith(partition, subject);
            if (last.isPresent()) {
                Rewritten part = again(partition, last.get(), new Forgetting(codec, subject), subject);
                cut(partition, last.get() + 1);
                all = all.and(part);
            }
        }
        return all;
    }

    private Optional<Long> lastWith(TopicPartition partition, Subject subject) {
        List<Long> last = new ArrayList<>(List.of(-1L));
        read(partition, Long.MAX_VALUE, record -> {
            if (subject.standsIn(record.value()) || subject.standsIn(record.key())) {
                last.set(0, record.offset());
            }
        });
        return last.get(0) < 0 ? Optional.empty() : Optional.of(last.get(0));
    }

    private Rewritten again(TopicPartition partition, long last, Forgetting forgetting, Subject subject)
            throws InterruptedException {
        long[] counts = new long[2];
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all", "max.request.size", Topic.MAX_RECORD_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            read(partition, last, record -> {
                if (subject.standsIn(record.value()) || subject.standsIn(record.key())) {
                    counts[0]++;
                }
                forgetting.applied(record).ifPresent(value -> {
                    counts[1]++;
                    sent.add(producer.send(
                            new ProducerRecord<>(partition.topic(), partition.partition(), record.key(), value)));
                    if (sent.size() >= IN_FLIGHT) {
                        acknowledged(sent);
                    }
                });
            });
            acknowledged(sent);
        }
        return new Rewritten(counts[0], counts[1]);
    }

    private static void acknowledged(List<Future<RecordMetadata>> sent) {
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new LauncherException(
                    "the broker did not take a record again; nothing was cut off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted; nothing was cut off", e);
        }
        sent.clear();
    }

    private void cut(TopicPartition partition, long before) throws InterruptedException {
        Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
        try {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new LauncherException(
                    "the broker did not cut " + partition + " off; erase again: " + e.getCause(), e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Reads what is committed from the beginning to an offset, or to the present end. */
    private void read(TopicPartition partition, long last, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed", "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long stop = last == Long.MAX_VALUE ? end : Math.min(end, last + 1);
            while (consumer.position(partition) < stop) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < stop) {
                        taker.accept(record);
                    }
                }
            }
        }
    }
}
