package com.sentia.launcher.deployments;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Window;
import com.sentia.launcher.deployments.ShownKpis.ShownKpi;
import com.sentia.schemas.KpiDefinition;
import com.sentia.schemas.KpiSet;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * kpi.definition.v1: tells subscribers which versions are shown. Brought up to date from the database, so that it can be done
 * again at any time: what the topic says already is not written twice.
 */
public final class DefinitionTopic {
    private static final String TOPIC = Topics.KPI_DEFINITION.name();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ANSWER_MS = 10_000;

    private final String servers;
    private final RecordCodec codec;

    public DefinitionTopic(String servers, URI registry) {
        this.servers = servers;
        this.codec = RecordCodec.connectedTo(registry);
    }

    /** Writes what the topic does not say yet; returns how many records that took. */
    public int bringUpToDate(Collection<ShownKpi> shown) throws IOException, InterruptedException {
        try {
            Map<String, KpiDefinition> changes = changes(present(), shown);
            write(changes);
            return changes.size();
        } catch (KafkaException | ExecutionException e) {
            throw new IOException("the topic " + TOPIC + " can't be brought up to date: " + e.getMessage(), e);
        }
    }

    static Map<String, KpiDefinition> changes(Map<String, KpiDefinition> present, Collection<ShownKpi> shown) {
        Map<String, KpiDefinition> changes = new TreeMap<>();
        present.forEach((key, definition) -> {
            if (definition.getActive()) {
                changes.put(
                        key,
                        KpiDefinition.newBuilder(definition).setActive(false).build());
            }
        });
        for (ShownKpi kpi : shown) {
            KpiDefinition wanted = record(kpi);
            String key = wanted.getKpi() + "|" + wanted.getVersion();
            if (wanted.equals(present.get(key))) {
                changes.remove(key);
            } else {
                changes.put(key, wanted);
            }
        }
        return changes;
    }

    private static KpiDefinition record(ShownKpi shown) {
        Kpi kpi = shown.kpi();
        return KpiDefinition.newBuilder()
                .setKpi(kpi.name())
                .setVersion(kpi.version())
                .setActive(true)
                .setActivatedAt(shown.version().activatedAt())
                .setTitle(kpi.title())
                .setDescription(kpi.description())
                .setOwner(kpi.owner())
                .setUnit(kpi.unit())
                .setFormula(kpi.formula())
                .setComponents(kpi.components().stream()
                        .map(component -> component.name())
                        .toList())
                .setSets(shown.catalogue().setsOf(kpi).stream()
                        .map(DefinitionTopic::record)
                        .toList())
                .setJob(shown.version().job())
                .build();
    }

    private static KpiSet record(DimensionSet set) {
        return new KpiSet(
                set.name(),
                set.dimensions().stream().map(Attribute::key).toList(),
                set.windows().stream().map(Window::name).toList());
    }

    /** The newest record of each version. */
    private Map<String, KpiDefinition> present() {
        Map<String, KpiDefinition> present = new TreeMap<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (codec.decode(record.value()) instanceof KpiDefinition definition) {
                        present.put(new String(record.key(), StandardCharsets.UTF_8), definition);
                    }
                }
            }
        }
        return present;
    }

    private void write(Map<String, KpiDefinition> changes) throws ExecutionException, InterruptedException {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                ANSWER_MS);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = changes.entrySet().stream()
                    .<Future<?>>map(change -> producer.send(new ProducerRecord<>(
                            TOPIC,
                            change.getKey().getBytes(StandardCharsets.UTF_8),
                            codec.encode(TOPIC, change.getValue()))))
                    .toList();
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }
}
