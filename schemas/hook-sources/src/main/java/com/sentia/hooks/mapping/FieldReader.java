package com.sentia.hooks.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.sentia.hooks.yaml.YamlFields;
import com.sentia.hooks.yaml.YamlValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads how one single value is made, and checks that it fits the contract. */
final class FieldReader {
    private static final List<String> KNOWN = List.of("at", "as", "lookup", "constant");

    private final Schema.Field field;
    private final Schema schema;
    private final ValueKind kind;
    private final Class<?> owner;
    private final Taking taking;

    /**
     * A reader for a field.
     *
     * @param schema of its value, without null
     * @param owner the class of the record it is of
     */
    FieldReader(Schema.Field field, Schema schema, ValueKind kind, Class<?> owner, Taking taking) {
        this.field = field;
        this.schema = schema;
        this.kind = kind;
        this.owner = owner;
        this.taking = taking;
    }

    Optional<FieldRule> read(YamlValue value) {
        if (!value.isMapping()) {
            return Pointers.read(value).flatMap(pointer -> taken(value, pointer, conversion(value, null)));
        }
        YamlFields fields = new YamlFields(value, KNOWN);
        Optional<YamlValue> constant = fields.optional("constant");
        if (constant.isPresent()) {
            return constant(constant.get()).map(FieldRule.Constant::new);
        }
        Optional<Conversion> conversion = fields.optional("lookup").isPresent()
                ? fields.optional("lookup").flatMap(this::lookup)
                : conversion(value, fields.optional("as").orElse(null));
        return fields.required("at").flatMap(Pointers::read).flatMap(pointer -> taken(value, pointer, conversion));
    }

    private Optional<FieldRule> taken(YamlValue value, JsonPointer pointer, Optional<Conversion> conversion) {
        if (!taking.holds(pointer)) {
            value.wrong("is found at " + pointer + ", which is not among what is taken");
        }
        boolean isOptional = field.hasDefaultValue();
        @Nullable Object otherwise = isOptional ? RecordRule.defaultOf(owner, field) : null;
        return conversion.map(made -> new FieldRule.Taken(pointer, made, isOptional, otherwise));
    }

    private Optional<Conversion> conversion(YamlValue value, @Nullable YamlValue as) {
        if (as == null) {
            if (kind.needsTransform()) {
                value.wrong("is " + kind.words() + " and needs as: " + Transform.words(kind.transforms()));
                return Optional.empty();
            }
            return Optional.of(Conversions.of(field.name(), schema, kind, null));
        }
        Optional<Transform> transform = as.text().flatMap(Transform::of).filter(kind.transforms()::contains);
        if (transform.isEmpty()) {
            as.wrong(
                    kind.transforms().isEmpty()
                            ? "is not allowed: the field is " + kind.words()
                            : "must be one of " + Transform.words(kind.transforms()) + ": the field is "
                                    + kind.words());
        }
        return transform.map(fitting -> Conversions.of(field.name(), schema, kind, fitting));
    }

    private Optional<Object> constant(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(Constants.of(field.name(), schema, kind, text));
            } catch (UnfitValueException e) {
                value.wrong(e.rule());
                return Optional.empty();
            }
        });
    }

    private Optional<Conversion> lookup(YamlValue table) {
        Map<String, Object> values = new HashMap<>();
        table.fields().forEach((key, value) -> constant(value).ifPresent(made -> values.put(key, made)));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((value, at) -> {
            @Nullable Object found = values.get(value.isValueNode() ? value.asText() : "");
            if (found == null) {
                throw new UnfitValueException(at, "must be one of those the lookup knows");
            }
            return found;
        });
    }
}
