package com.sentia.launcher.status;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far topics reach and how far their readers have read. */
public final class KafkaLook implements AutoCloseable {
    private static final long ANSWER_SECONDS = 5;

    private final Admin admin;

    public KafkaLook(String servers) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", servers,
                "request.timeout.ms", 4_000,
                "default.api.timeout.ms", 5_000,
                "reconnect.backoff.max.ms", 500));
    }

    /**
     * What was seen.
     *
     * @param records offsets given out per topic, transaction markers among them
     * @param lags per topic the offsets its slowest reader has still to come past; topics nobody reads are not in it
     */
    public record Hops(Map<String, Long> records, Map<String, Long> lags) {
        public static final Hops NONE = new Hops(Map.of(), Map.of());

        public long recordsOf(Collection<String> topics) {
            return topics.stream()
                    .mapToLong(topic -> records.getOrDefault(topic, 0L))
                    .sum();
        }

        public long lagOf(String topic) {
            return lags.getOrDefault(topic, 0L);
        }
    }

    /** Looks now; throws {@link TimeoutException} or {@link ExecutionException} when the broker doesn't answer. */
    public Hops look(List<String> topics) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> ends = ends(topics);
        Map<String, Long> records = new TreeMap<>();
        ends.forEach((partition, end) -> records.merge(partition.topic(), end, Long::sum));
        Map<String, Long> lags = new TreeMap<>();
        for (GroupListing group : answer(admin.listGroups().all())) {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    answer(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata());
            Map<String, Long> ofGroup = new HashMap<>();
            committed.forEach((partition, offset) -> {
                if (offset != null && ends.containsKey(partition)) {
                    ofGroup.merge(
                            partition.topic(),
                            Math.max(0, ends.getOrDefault(partition, 0L) - offset.offset()),
                            Long::sum);
                }
            });
            ofGroup.forEach((topic, lag) -> lags.merge(topic, lag, Math::max));
        }
        return new Hops(records, lags);
    }

    private Map<TopicPartition, Long> ends(List<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicDescription topic :
                answer(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(partition ->
                            wanted.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(wanted).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
