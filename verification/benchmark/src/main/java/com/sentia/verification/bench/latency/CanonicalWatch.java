package com.sentia.verification.bench.latency;

import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.bench.stack.StackSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Notes when the orders of one shop could be read, committed, from the topic the normalizer writes. */
final class CanonicalWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String unit;
    private final RecordCodec codec;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::watch, "canonical-watch");
    private volatile boolean closed;

    CanonicalWatch(StackSettings stack, String unit) {
        this.unit = unit;
        this.codec = RecordCodec.connectedTo(stack.registry());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.kafka(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = IntStream.range(0, Topics.SALES_ORDER.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.SALES_ORDER.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.setDaemon(true);
        thread.start();
    }

    /** {@link System#nanoTime} at which that version was seen. */
    Optional<Long> seenAt(RawOrder order) {
        return Optional.ofNullable(seen.get(order.key() + "@" + order.updatedAtMicros()));
    }

    private void watch() {
        try (consumer) {
            while (!closed) {
                consumer.poll(POLL).forEach(this::note);
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        if (record.key().startsWith(unit + "/") && codec.decode(record.value()) instanceof SalesOrder order) {
            seen.put(record.key() + "@" + order.getVersion().getUpdatedAtMicros(), System.nanoTime());
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
