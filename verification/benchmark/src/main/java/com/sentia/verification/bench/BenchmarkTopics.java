package com.sentia.verification.bench;

import com.sentia.verification.bench.WindowValues.Form;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
        NewTopic fresh = new NewTopic(topic, Optional.of(partitions), Optional.of((short) 1));
        broker.ask(
                "for the topic " + topic,
                admin -> admin.createTopics(List.of(fresh)).all());
    }

    /** Removes a run's topic, and those an engine has made for itself under the run's name. */
    void delete(String run) throws IOException, InterruptedException {
        Set<String> all =
                broker.ask("for its topics", admin -> admin.listTopics().names());
        List<String> runs = all.stream()
                .filter(topic -> topic.equals(run) || topic.startsWith(run + "-"))
                .toList();
        broker.ask("to delete " + runs, admin -> admin.deleteTopics(runs).all());
    }

    /**
     * Writes the lines, whole orders in turns to the partitions, in the order of their time. A record without value ends each
     * partition, for engines that have no notion of the end of their input.
     */
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
            for (int partition = 0; partition < partitions; partition++) {
                var unused = producer.send(new ProducerRecord<>(topic, partition, null, null));
            }
            producer.flush();
        }
        long written = size(topic, partitions) - partitions;
        if (written != lines.made()) {
            throw new IOException("of " + lines.made() + " order lines only " + written + " were written");
        }
    }

    /** Everything a run wrote, in order. */
    WindowValues values(String topic, Form form, long step) throws IOException {
        WindowValues values = new WindowValues(form, step);
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
            List<TopicPartition> all = IntStream.range(0, partitions)
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
