package com.sentia.verification.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The benchmark's topics: the order lines, and what each run makes of them. */
final class BenchmarkTopics {
    private final Broker broker;

    BenchmarkTopics(Broker broker) {
        this.broker = broker;
    }

    void create(String topic, int partitions) throws IOException, InterruptedException {
        try (Admin admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.of((short) 1))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("the topic " + topic + " can't be made", e);
        }
    }

    /** Writes the lines, whole orders in turns to the partitions, in the order of their time. */
    void fill(String topic, int partitions, OrderLineGenerator lines) throws IOException {
        OrderLineCodec codec = new OrderLineCodec();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.address(), "linger.ms", "20", "batch.size", Integer.toString(1 << 18));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (lines.hasNext()) {
                OrderLine line = lines.next();
                int partition = (int) (line.order() % partitions);
                // Whether all arrived is checked below.
                var unused = producer.send(new ProducerRecord<>(topic, partition, null, codec.encode(line)));
            }
            producer.flush();
        }
        long written = size(topic, partitions);
        if (written != lines.made()) {
            throw new IOException("of " + lines.made() + " order lines only " + written + " were written");
        }
    }

    /** Everything a run wrote, in order. */
    WindowValues values(String topic) throws IOException {
        WindowValues values = new WindowValues();
        TopicPartition only = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, String> consumer = consumer()) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(ValueLine.of(record.value())));
            }
        }
        return values;
    }

    private long size(String topic, int partitions) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> all = java.util.stream.IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            return consumer.endOffsets(all).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.address()), new StringDeserializer(), new StringDeserializer());
    }
}
