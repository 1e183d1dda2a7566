package com.sentia.connectors.kit.contract;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.Collection;
import org.apache.kafka.clients.admin.Admin;

/** A broker with the topics of the catalogue, and a registry: what connectors under the contract write to. */
public final class ContractStack implements AutoCloseable {
    private static final int SUBJECTS = 100;

    private final TestingKafka kafka = TestingKafka.start();
    private final TestingRegistry registry = TestingRegistry.start();

    /** Starts both. */
    public ContractStack() {
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), SUBJECTS))
                    .prepare(Topics.ALL);
        }
    }

    /** The broker. */
    public TestingKafka kafka() {
        return kafka;
    }

    /** Base address of the registry. */
    public String registryUrl() {
        return registry.uri().toString();
    }

    /** Topics as they are read from now on. */
    CommittedTopics topics(Collection<Topic> topics) {
        return new CommittedTopics(kafka, topics, RecordCodec.connectedTo(registry.uri()));
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
