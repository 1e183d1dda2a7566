package com.sentia.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.schemas.SourceProgress;
import com.sentia.testkit.TestingKafka;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicPreparationIT {
    @SuppressWarnings("NullAway.Init") // Set before all tests.
    private static TestingKafka kafka;

    @SuppressWarnings("NullAway.Init") // Set before all tests.
    private static Admin admin;

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final TopicPreparation preparation = new TopicPreparation(admin, registry);

    @BeforeAll
    static void start() {
        kafka = TestingKafka.start();
        admin = kafka.admin();
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void makesTheBrokerAndTheRegistryWhatTheCatalogueSays() throws Exception {
        preparation.prepare(Topics.ALL);
        preparation.prepare(Topics.ALL);

        assertThat(admin.listTopics().names().get())
                .containsAll(Topics.ALL.stream().map(Topic::name).toList());
        assertThat(settings(Topics.SALES_ORDER.name())).containsAllEntriesOf(Topics.SALES_ORDER.settings());
        assertThat(registry.getAllSubjects())
                .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream()
                        .flatMap(topic -> topic.subjects().stream())
                        .toList());
        assertThat(registry.getAllVersions(Topics.SALES_ORDER.subjects().get(0)))
                .containsExactly(1);
    }

    @Test
    void correctsSettingsThatWereChanged() throws Exception {
        Topic topic = topic("corrected", 1);
        preparation.prepare(List.of(topic));
        Collection<AlterConfigOp> change =
                List.of(new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(resource(topic.name()), change))
                .all()
                .get();

        preparation.prepare(List.of(topic));

        assertThat(settings(topic.name())).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void refusesATopicOfOtherPartitions() throws Exception {
        admin.createTopics(List.of(new NewTopic("other", 2, (short) 1))).all().get();

        assertThatThrownBy(() -> preparation.prepare(List.of(topic("other", 4))))
                .isInstanceOf(PreparationException.class)
                .hasMessageContaining("topic other has 2 partitions, the catalogue says 4");
    }

    private static Topic topic(String name, int partitions) {
        return new Topic(name, "", "", List.of(SourceProgress.getClassSchema()), partitions, Retention.compacted());
    }

    private static Map<String, String> settings(String topic) throws Exception {
        Config config = Objects.requireNonNull(
                admin.describeConfigs(List.of(resource(topic))).all().get().get(resource(topic)));
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
