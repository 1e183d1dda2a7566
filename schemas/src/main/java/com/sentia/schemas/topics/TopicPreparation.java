package com.sentia.schemas.topics;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings broker and registry to what the catalogue says, before anything else starts.
 *
 * <p>Idempotent: topics that are missing are created, settings that differ are corrected, subjects are registered. A
 * topic's number of partitions is never changed, because it decides where a key's records lie.
 */
public final class TopicPreparation {
    private static final Logger LOG = LoggerFactory.getLogger(TopicPreparation.class);
    private static final long ANSWER_SECONDS = 30;
    private static final long PAUSE_MILLIS = 50;

    private final Admin admin;
    private final SubjectPreparation subjects;

    public TopicPreparation(Admin admin, SchemaRegistryClient registry) {
        this.admin = admin;
        this.subjects = new SubjectPreparation(registry);
    }

    /**
     * Prepares the topics and their subjects.
     *
     * @throws PreparationException when broker or registry do not answer, a topic has other partitions than the
     *     catalogue says, or a registered schema can't be followed by ours
     */
    public void prepare(Collection<Topic> topics) {
        create(topics);
        Map<String, TopicDescription> found = describe(topics);
        requirePartitions(topics, found);
        correctSettings(topics);
        subjects.prepare(topics);
    }

    private void create(Collection<Topic> topics) {
        Set<String> existing = await(admin.listTopics().names(), "the broker's topics can't be listed");
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.settings()))
                .toList();
        Map<String, KafkaFuture<Void>> creations = admin.createTopics(missing).values();
        creations.forEach((name, creation) -> {
            try {
                await(creation, "topic " + name + " can't be created");
                LOG.info("event=topic-created topic={}", name);
            } catch (PreparationException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                LOG.info("event=topic-created-by-another topic={}", name);
            }
        });
    }

    /** A broker hears of a topic some moments after the controller made it; until then it denies that there is one. */
    private Map<String, TopicDescription> describe(Collection<Topic> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        while (true) {
            try {
                return await(admin.describeTopics(names).allTopicNames(), "the broker's topics can't be described");
            } catch (PreparationException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PreparationException("interrupted while waiting for the broker's topics", e);
        }
    }

    private static void requirePartitions(Collection<Topic> topics, Map<String, TopicDescription> found) {
        Set<String> problems = new TreeSet<>();
        for (Topic topic : topics) {
            TopicDescription description = found.get(topic.name());
            int partitions = description == null ? 0 : description.partitions().size();
            if (partitions != topic.partitions()) {
                problems.add("topic " + topic.name() + " has " + partitions + " partitions, the catalogue says "
                        + topic.partitions());
            }
        }
        if (!problems.isEmpty()) {
            throw new PreparationException(
                    String.join("; ", problems) + "; delete these topics or move their records by hand");
        }
    }

    private void correctSettings(Collection<Topic> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        Map<ConfigResource, Config> found =
                await(admin.describeConfigs(resources).all(), "the topics' settings can't be read");
        Map<ConfigResource, Collection<AlterConfigOp>> corrections = new HashMap<>();
        for (Topic topic : topics) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            List<AlterConfigOp> wrong = corrections(topic, found.get(resource));
            if (!wrong.isEmpty()) {
                corrections.put(resource, wrong);
                LOG.info("event=topic-settings-corrected topic={} settings={}", topic.name(), wrong.size());
            }
        }
        if (!corrections.isEmpty()) {
            await(admin.incrementalAlterConfigs(corrections).all(), "the topics' settings can't be corrected");
        }
    }

    private static List<AlterConfigOp> corrections(Topic topic, @Nullable Config found) {
        List<AlterConfigOp> corrections = new ArrayList<>();
        topic.settings().forEach((key, value) -> {
            ConfigEntry entry = found == null ? null : found.get(key);
            if (entry == null || !value.equals(entry.value())) {
                corrections.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
            }
        });
        return corrections;
    }

    private static <T> T await(KafkaFuture<T> answer, String problem) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new PreparationException(problem, e.getCause());
        } catch (TimeoutException e) {
            throw new PreparationException(problem + ": no answer in " + ANSWER_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PreparationException(problem + ": interrupted", e);
        }
    }
}
