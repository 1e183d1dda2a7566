package com.sentia.verification.bench.connectors;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Raw orders of one shop in one transaction: nobody sees any of them before all are to be seen. */
final class RawLoad implements AutoCloseable {
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(14);

    private final RecordCodec codec;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long bytes;

    RawLoad(ConnectorsLoad load) {
        this.codec = RecordCodec.connectedTo(load.registry());
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        load.kafka(),
                        "transactional.id",
                        "bench-" + UUID.randomUUID(),
                        "transaction.timeout.ms",
                        Long.toString(LONGEST_TRANSACTION.toMillis()),
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        "20",
                        "batch.size",
                        Integer.toString(1 << 17)),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Writes them, unseen. */
    void write(String shop, int orders, int lines) throws IOException {
        producer.beginTransaction();
        for (int number = 0; number < orders; number++) {
            SeededOrder order = SeededOrder.of(number, lines);
            byte[] value = codec.encode(Topics.RAW_SHOPIFY_ORDER.name(), RawOrders.record(shop, order));
            bytes += value.length;
            var unused = producer.send(
                    new ProducerRecord<>(Topics.RAW_SHOPIFY_ORDER.name(), shop + "/" + order.id(), value),
                    (written, failed) -> {
                        if (failed != null) {
                            failure.compareAndSet(null, failed);
                        }
                    });
        }
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("a raw record could not be written: " + failed.getMessage(), failed);
        }
    }

    /** Lets them be seen. */
    void show() {
        producer.commitTransaction();
    }

    /** Of all values written. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        producer.close();
    }
}
