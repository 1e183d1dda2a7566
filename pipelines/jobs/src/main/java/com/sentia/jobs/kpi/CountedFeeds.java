package com.sentia.jobs.kpi;

import com.sentia.runtime.ProgressWatermarks;
import com.sentia.schemas.topics.FactTopics;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * The feeds declared for a job, by the topics they fill. Only those topics are read: on one that nobody fills, event time would
 * never begin, and all would wait for it.
 *
 * @param byTopic by a topic's name its feeds, each {@code vendor/unit/entity}
 */
record CountedFeeds(Map<String, Set<String>> byTopic) implements ProgressWatermarks.DeclaredFeeds {
    private static final long serialVersionUID = 1;

    static CountedFeeds of(Collection<String> feeds) {
        Map<String, Set<String>> byTopic = new HashMap<>();
        for (String feed : feeds) {
            for (Topic topic : topicsOf(feed)) {
                byTopic.computeIfAbsent(topic.name(), absent -> new TreeSet<>()).add(feed);
            }
        }
        return new CountedFeeds(byTopic);
    }

    @Override
    public Set<String> on(String topic) {
        return byTopic.getOrDefault(topic, Set.of());
    }

    /** The topics that are read. */
    List<Topic> topics() {
        return Topics.COUNTED.stream()
                .filter(topic -> byTopic.containsKey(topic.name()))
                .toList();
    }

    /** Names of the records that are read; a KPI that rests on others waits. */
    Set<String> records() {
        return topics().stream()
                .flatMap(topic -> topic.values().stream())
                .map(Schema::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The topics that a feed's facts are counted from; none of one that is not counted. */
    static List<Topic> topicsOf(String feed) {
        String[] parts = feed.split("/", -1);
        return parts.length != 3
                ? List.of()
                : FactTopics.madeFrom(parts[0], parts[2]).stream()
                        .filter(Topics.COUNTED::contains)
                        .toList();
    }

    /** In how many partitions a feed tells its progress. */
    static int partitionsOf(String feed) {
        return topicsOf(feed).stream().mapToInt(Topic::partitions).sum();
    }
}
