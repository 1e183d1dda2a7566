package com.sentia.hooks.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.hooks.yaml.YamlValue;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Makes one canonical record of one payload, as a declaration says. */
public final class CanonicalMapping {
    private static final String UPDATED_AT = "updatedAt";

    /** A contract's fields begin with source, unit and the id. */
    private static final int ID_POSITION = 2;

    private final Topic topic;
    private final RecordRule rule;

    private CanonicalMapping(Topic topic, RecordRule rule) {
        this.topic = topic;
        this.rule = rule;
    }

    /** Reads the fields of a declaration; what does not fit the topic's contract is complained about. */
    public static CanonicalMapping read(Topic topic, YamlValue fields, Taking taking) {
        Schema schema = topic.values().get(0);
        Set<String> given = new HashSet<>(Set.of("source", "unit", "version", "op"));
        if (ComposedIds.has(schema)) {
            given.add(id(schema).name());
        }
        boolean tellsUpdate = fields.isMapping() && fields.fields().containsKey(UPDATED_AT);
        if (!tellsUpdate) {
            given.add(UPDATED_AT);
        }
        return new CanonicalMapping(topic, new RecordReader(schema, given, taking).read(fields));
    }

    /** The topic the record is for. */
    public Topic topic() {
        return topic;
    }

    /** Where the payload lacks something that every record must have. */
    public Optional<String> missing(JsonNode payload) {
        return rule.missing(payload, "");
    }

    /** The record of a payload. */
    public SpecificRecord make(String source, String unit, Version version, JsonNode payload)
            throws UnfitValueException {
        SpecificRecord record = rule.make(payload, "");
        put(record, "source", source);
        put(record, "unit", unit);
        put(record, "version", version);
        put(record, "op", Op.UPSERT);
        if (!rule.names(UPDATED_AT)) {
            put(record, UPDATED_AT, Instant.EPOCH.plus(version.getUpdatedAtMicros(), ChronoUnit.MICROS));
        }
        if (ComposedIds.has(record.getSchema())) {
            put(record, id(record.getSchema()).name(), ComposedIds.of(record));
        }
        return record;
    }

    /** The key of a record it made. */
    public static String key(SpecificRecord record) {
        return record.get(1) + "/" + record.get(ID_POSITION);
    }

    private static Schema.Field id(Schema schema) {
        return schema.getFields().get(ID_POSITION);
    }

    private static void put(SpecificRecord record, String name, Object value) {
        Schema.Field field = record.getSchema().getField(name);
        if (field != null) {
            record.put(field.pos(), value);
        }
    }
}
