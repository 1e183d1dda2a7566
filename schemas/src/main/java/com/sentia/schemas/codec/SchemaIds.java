package com.sentia.schemas.codec;

import com.sentia.schemas.topics.Subjects;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Schema ids and the schemas behind them, asked for once and then remembered; ids never change their meaning. */
final class SchemaIds {
    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient registry;
    private final Map<Written, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> writers = new ConcurrentHashMap<>();

    SchemaIds(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    int idOf(String topic, Schema generated) {
        Written written = new Written(topic, generated.getFullName());
        Integer known = ids.get(written);
        if (known != null) {
            return known;
        }
        int id = askForId(Subjects.of(topic, generated), Subjects.registered(generated));
        ids.put(written, id);
        return id;
    }

    Schema writerOf(int id) {
        Schema known = writers.get(id);
        if (known != null) {
            return known;
        }
        Schema writer = askForSchema(id);
        writers.put(id, writer);
        return writer;
    }

    private int askForId(String subject, Schema schema) {
        try {
            return registry.getId(subject, new AvroSchema(schema));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                throw new UnregisteredSchemaException(subject, e);
            }
            throw new RegistryUnavailableException("no id of subject " + subject + " from the registry", e);
        } catch (IOException e) {
            throw new RegistryUnavailableException("no id of subject " + subject + " from the registry", e);
        }
    }

    private Schema askForSchema(int id) {
        try {
            ParsedSchema parsed = registry.getSchemaById(id);
            if (parsed.rawSchema() instanceof Schema schema && schema.getType() == Schema.Type.RECORD) {
                return schema;
            }
            throw new UndecodableRecordException("schema " + id + " is no Avro record", null);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                throw new UndecodableRecordException("schema " + id + " is not in the registry", e);
            }
            throw new RegistryUnavailableException("schema " + id + " can't be read from the registry", e);
        } catch (IOException e) {
            throw new RegistryUnavailableException("schema " + id + " can't be read from the registry", e);
        }
    }

    private record Written(String topic, String recordName) {}
}
