package com.sentia.launcher.privacy;

import com.sentia.launcher.LauncherException;
import com.sentia.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks for a person through every record of every topic, the normalizer's own ones too. The list of those who are to be forgotten is
 * left out: it is what keeps them forgotten.
 */
public final class TopicSearch {
    /** What the names of topics begin with among places. */
    static final String TOPIC = "topic ";

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final String servers;

    public TopicSearch(String servers) {
        this.servers = servers;
    }

    /** Is told how far a search is. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long all);
    }

    /** The topics in which the person is. */
    public List<Place> find(Subject subject, Progress progress) throws InterruptedException {
        Map<String, Boolean> compacted = topics();
        Map<String, Found> found = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed", "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = compacted.keySet().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read(
                    consumer,
                    record -> found.computeIfAbsent(
                                    record.topic(), topic -> new Found(compacted.getOrDefault(topic, false)))
                            .look(record, subject),
                    progress);
        }
        List<Place> places = new ArrayList<>();
        found.forEach((topic, seen) -> seen.place(topic).ifPresent(places::add));
        return places;
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> taker, Progress progress) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        long moved = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            records.forEach(taker);
            if (!records.isEmpty()) {
                moved = System.nanoTime();
                progress.at(ends.keySet().stream().mapToLong(consumer::position).sum(), all);
            } else if (System.nanoTime() - moved > PATIENCE_NANOS) {
                throw new LauncherException("the topics were not read to their ends: nothing came for 30 s;"
                        + " is the stack up? (./sentia status)");
            }
        }
    }

    /** All but the list of erasures, with whether each is compacted. */
    private Map<String, Boolean> topics() throws InterruptedException {
        Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
        try {
            Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(false))
                    .names()
                    .get();
            List<ConfigResource> resources = names.stream()
                    .filter(name -> !name.equals(Topics.PRIVACY_ERASURE.name()))
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            Map<String, Boolean> compacted = new HashMap<>();
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources).all().get();
            configs.forEach((resource, config) -> compacted.put(
                    resource.name(), config.get("cleanup.policy").value().contains("compact")));
            return compacted;
        } catch (ExecutionException e) {
            throw new LauncherException("the topics can't be listed: is the stack up? (" + e.getCause() + ")", e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** What was seen of one topic. */
    private static final class Found {
        private final boolean isCompacted;
        private final Map<ByteBuffer, Boolean> lastOf = new HashMap<>();
        private long hits;

        Found(boolean isCompacted) {
            this.isCompacted = isCompacted;
        }

        void look(ConsumerRecord<byte[], byte[]> record, Subject subject) {
            byte[] bytes = record.key();
            ByteBuffer key = bytes == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes);
            if (subject.standsIn(record.value()) || subject.standsIn(bytes)) {
                hits++;
                lastOf.put(key, true);
            } else if (isCompacted) {
                lastOf.computeIfPresent(key, (known, before) -> false);
            }
        }

        Optional<Place> place(String topic) {
            if (hits == 0) {
                return Optional.empty();
            }
            long standing =
                    isCompacted ? lastOf.values().stream().filter(last -> last).count() : hits;
            return Optional.of(new Place(TOPIC + topic, standing, hits - standing));
        }
    }
}
