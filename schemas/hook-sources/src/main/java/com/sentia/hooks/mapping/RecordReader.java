package com.sentia.hooks.mapping;

import com.sentia.hooks.yaml.YamlFields;
import com.sentia.hooks.yaml.YamlValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Reads how all fields of one Avro record are made; complains about each that is unknown, missing, or can't fit. */
final class RecordReader {
    private final Schema schema;
    private final Set<String> given;
    private final Taking taking;

    /**
     * A reader for a contract.
     *
     * @param given fields that are filled without the declaration
     */
    RecordReader(Schema schema, Set<String> given, Taking taking) {
        this.schema = schema;
        this.given = given;
        this.taking = taking;
    }

    RecordRule read(YamlValue value) {
        Map<String, FieldRule> rules = new HashMap<>();
        Map<String, YamlValue> declared = value.fields();
        declared.forEach((name, rule) -> {
            Schema.@Nullable Field field = schema.getField(name);
            if (field == null) {
                rule.wrong("is no field of " + schema.getName() + "; it has " + allowed());
            } else if (given.contains(name)) {
                rule.wrong("is filled in already and can't be declared");
            } else {
                rule(field, rule).ifPresent(made -> rules.put(name, made));
            }
        });
        schema.getFields().stream()
                .filter(field -> !field.hasDefaultValue())
                .map(Schema.Field::name)
                .filter(name -> !declared.containsKey(name) && !given.contains(name))
                .forEach(name -> value.wrong("lacks " + name + ", which every " + schema.getName() + " must have"));
        return new RecordRule(schema, rules);
    }

    private Optional<FieldRule> rule(Schema.Field field, YamlValue value) {
        Schema schemaOfValue = withoutNull(field.schema());
        if (schemaOfValue.getType() == Schema.Type.ARRAY
                && schemaOfValue.getElementType().getType() == Schema.Type.RECORD) {
            return each(schemaOfValue.getElementType(), value);
        }
        Optional<ValueKind> kind = ValueKind.of(schemaOfValue);
        if (kind.isEmpty()) {
            value.wrong("is of a type that can't be declared");
            return Optional.empty();
        }
        Class<?> owner = SpecificData.get().getClass(schema);
        return new FieldReader(field, schemaOfValue, kind.get(), owner, taking).read(value);
    }

    private Optional<FieldRule> each(Schema element, YamlValue value) {
        if (!value.isMapping()) {
            value.wrong("is a list and needs each: and fields:");
            return Optional.empty();
        }
        YamlFields fields = new YamlFields(value, List.of("each", "fields"));
        return fields.required("each")
                .flatMap(each -> Pointers.read(each).flatMap(pointer -> {
                    Optional<Taking> taken = taking.each(pointer);
                    if (taken.isEmpty()) {
                        each.wrong("must point to a list of objects among what is taken");
                        return Optional.empty();
                    }
                    return fields.required("fields")
                            .map(inner -> new RecordReader(element, Set.of(), taken.get()).read(inner))
                            .map(rule -> new FieldRule.Each(pointer, rule));
                }));
    }

    private String allowed() {
        return schema.getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> !given.contains(name))
                .collect(Collectors.joining(", "));
    }

    private static Schema withoutNull(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }
}
