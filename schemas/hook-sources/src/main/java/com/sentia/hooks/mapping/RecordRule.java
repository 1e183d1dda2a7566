package com.sentia.hooks.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How all fields of one Avro record are made; those that no rule names have the contract's own value. */
final class RecordRule {
    private final Schema schema;
    private final Class<?> type;
    private final Map<String, FieldRule> rules;

    RecordRule(Schema schema, Map<String, FieldRule> rules) {
        this.schema = schema;
        this.type = SpecificData.get().getClass(schema);
        this.rules = new TreeMap<>(rules);
    }

    boolean names(String field) {
        return rules.containsKey(field);
    }

    SpecificRecord make(JsonNode object, String path) throws UnfitValueException {
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type, schema);
        for (Schema.Field field : schema.getFields()) {
            @Nullable FieldRule rule = rules.get(field.name());
            if (rule != null) {
                record.put(field.pos(), rule.make(object, path));
            } else if (field.hasDefaultValue()) {
                record.put(field.pos(), defaultOf(type, field));
            }
        }
        return record;
    }

    Optional<String> missing(JsonNode object, String path) {
        return rules.values().stream()
                .flatMap(rule -> rule.missing(object, path).stream())
                .findFirst();
    }

    static @Nullable Object defaultOf(Class<?> type, Schema.Field field) {
        return SpecificData.getForClass(type).getDefaultValue(field);
    }
}
