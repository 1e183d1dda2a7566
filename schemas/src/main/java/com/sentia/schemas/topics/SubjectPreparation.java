package com.sentia.schemas.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers every subject of the catalogue, so that nothing has to register while records flow. */
public final class SubjectPreparation {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectPreparation.class);
    private static final String COMPATIBILITY = "BACKWARD";
    private static final int CONFLICT = 409;

    private final SchemaRegistryClient registry;

    public SubjectPreparation(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /**
     * Registers the subjects of the topics; what is there already stays as it is.
     *
     * @return the schema id of each subject
     * @throws PreparationException when the registry can't be reached, or holds a schema that ours can't follow
     */
    public Map<String, Integer> prepare(Collection<Topic> topics) {
        requireBackwardCompatibility();
        Map<String, Integer> ids = new TreeMap<>();
        for (Topic topic : topics) {
            for (Schema schema : topic.values()) {
                String subject = Subjects.of(topic.name(), schema);
                ids.put(subject, register(subject, Subjects.registered(schema)));
            }
        }
        LOG.info("event=subjects-prepared subjects={} compatibility={}", ids.size(), COMPATIBILITY);
        return ids;
    }

    private void requireBackwardCompatibility() {
        try {
            // Before any subject exists: some registries know no level of a subject that has no version yet.
            registry.updateCompatibility(null, COMPATIBILITY);
        } catch (IOException | RestClientException e) {
            throw new PreparationException("the registry does not take compatibility " + COMPATIBILITY, e);
        }
    }

    private int register(String subject, Schema schema) {
        try {
            return registry.register(subject, new AvroSchema(schema));
        } catch (RestClientException e) {
            if (e.getStatus() == CONFLICT) {
                throw new PreparationException(
                        "the schema of subject " + subject + " can't follow the one registered (" + COMPATIBILITY
                                + "); change it compatibly or start a new version of the topic",
                        e);
            }
            throw new PreparationException("subject " + subject + " can't be registered", e);
        } catch (IOException e) {
            throw new PreparationException("subject " + subject + " can't be registered: no registry", e);
        }
    }
}
