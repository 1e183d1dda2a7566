package com.sentia.gateway.delivery;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records and tells when Kafka has acknowledged them.
 *
 * <p>A thread of its own hands them to the producer, because that may block: for metadata, or for room. Nothing is sent before
 * {@link #warmUp} has found that it can be.
 */
public final class Delivery implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final RecordCodec codec;
    private final long longestWaitNanos;
    private final ExecutorService sending = Executors.newSingleThreadExecutor(task -> new Thread(task, "sending"));
    private volatile boolean warm;

    Delivery(Producer<byte[], byte[]> producer, RecordCodec codec, Duration longestWait) {
        this.producer = producer;
        this.codec = codec;
        this.longestWaitNanos = longestWait.toNanos();
    }

    /** A delivery to the brokers that are set, which need not be there yet. */
    public static Delivery open(DeliverySettings settings) {
        return new Delivery(
                new KafkaProducer<>(
                        ProducerProperties.of(settings), new ByteArraySerializer(), new ByteArraySerializer()),
                RecordCodec.connectedTo(settings.registry()),
                settings.quarter());
    }

    /**
     * Writes a record; returns at once.
     *
     * @return completes when it is on the topic, or with an {@link UndeliveredException}
     */
    public CompletionStage<Void> deliver(Topic topic, String key, SpecificRecord content) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        if (!warm) {
            acknowledged.completeExceptionally(new UndeliveredException("Kafka or registry not reached yet", null));
            return acknowledged;
        }
        long since = System.nanoTime();
        try {
            sending.execute(() -> send(new Parcel(topic, key, content, acknowledged), since));
        } catch (RejectedExecutionException e) {
            acknowledged.completeExceptionally(new UndeliveredException("closing", e));
        }
        return acknowledged;
    }

    /**
     * Asks broker and registry for what sending needs, so that no record waits for it. Blocks.
     *
     * @throws RuntimeException when one does not answer, or lacks a topic or a schema; nothing is sent until a later call succeeds
     */
    void warmUp(List<Sample> samples) {
        for (Sample sample : samples) {
            byte[] unused = codec.encode(sample.topic().name(), sample.content());
            producer.partitionsFor(sample.topic().name());
        }
        warm = true;
    }

    boolean isWarm() {
        return warm;
    }

    /** Sends what was taken, and ends. */
    @Override
    public void close() {
        sending.shutdown();
        try {
            boolean unused = sending.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSING);
    }

    private void send(Parcel parcel, long since) {
        if (System.nanoTime() - since > longestWaitNanos) {
            parcel.fail("waited too long for others to be sent", null);
            return;
        }
        try {
            byte[] value = codec.encode(parcel.topic().name(), parcel.content());
            byte[] key = parcel.key().getBytes(StandardCharsets.UTF_8);
            Future<?> unused =
                    producer.send(new ProducerRecord<>(parcel.topic().name(), key, value), (where, failure) -> {
                        if (failure == null) {
                            parcel.acknowledged().complete(null);
                        } else {
                            parcel.fail("not acknowledged", failure);
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            parcel.fail("not taken by the producer", e);
        } catch (RuntimeException e) {
            parcel.fail("not encoded", e);
        }
    }

    /** A record of the kind a topic will hold, to ask with; it is never sent. */
    record Sample(Topic topic, SpecificRecord content) {}

    private record Parcel(Topic topic, String key, SpecificRecord content, CompletableFuture<Void> acknowledged) {
        void fail(String why, @Nullable Throwable cause) {
            acknowledged.completeExceptionally(
                    new UndeliveredException(topic.name() + ": " + why + (cause == null ? "" : ": " + cause), cause));
        }
    }
}
