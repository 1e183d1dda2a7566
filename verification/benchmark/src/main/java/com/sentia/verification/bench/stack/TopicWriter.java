package com.sentia.verification.bench.stack;

import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes records and progress into the stack's topics. Safe for use by many threads. */
public final class TopicWriter implements AutoCloseable {
    private final RecordCodec codec;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param lingerMillis longest wait of a record for others: none where time is measured */
    public TopicWriter(StackSettings stack, int lingerMillis) {
        this.codec = RecordCodec.connectedTo(stack.registry());
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.kafka(),
                        "linger.ms",
                        Integer.toString(lingerMillis),
                        "batch.size",
                        Integer.toString(1 << 17)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public void send(Topic topic, String key, SpecificRecord record) {
        send(new ProducerRecord<>(topic.name(), key, codec.encode(topic.name(), record)));
    }

    /** Says in every partition of the topics that all shops are complete to an instant. */
    public void progress(List<Topic> topics, Instant completeTo, Instant at) {
        for (Shop shop : Shop.values()) {
            SourceProgress progress = new SourceProgress(Shop.VENDOR, shop.unit(), Shop.ENTITY, completeTo, at);
            for (Topic topic : topics) {
                byte[] value = codec.encode(topic.name(), progress);
                for (int partition = 0; partition < topic.partitions(); partition++) {
                    String key = "progress/" + Shop.VENDOR + "/" + shop.unit() + "/" + Shop.ENTITY;
                    send(new ProducerRecord<>(topic.name(), partition, key, value));
                }
            }
        }
    }

    /** Returns when everything sent can be read. */
    public void flush() throws IOException {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("a record could not be written: " + failed.getMessage(), failed);
        }
    }

    private void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record, (written, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
