package com.sentia.hooks.mapping;

import static com.sentia.hooks.mapping.Transform.EPOCH_MILLIS;
import static com.sentia.hooks.mapping.Transform.EPOCH_SECONDS;
import static com.sentia.hooks.mapping.Transform.INSTANT;
import static com.sentia.hooks.mapping.Transform.LOWER;
import static com.sentia.hooks.mapping.Transform.MICROS;
import static com.sentia.hooks.mapping.Transform.NANOS;
import static com.sentia.hooks.mapping.Transform.UPPER;

import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** What a single value of an Avro field is to a mapping, and which transforms fit it. */
enum ValueKind {
    TEXT("a text", List.of(LOWER, UPPER), false),
    SYMBOL("one of the contract's symbols", List.of(LOWER, UPPER), false),
    WHOLE("a whole number", List.of(MICROS, NANOS), false),
    SMALL("a whole number of at most 32 bits", List.of(), false),
    FLAG("true or false", List.of(), false),
    TIME("an instant", List.of(INSTANT, EPOCH_SECONDS, EPOCH_MILLIS), true),
    DAY("a day, YYYY-MM-DD", List.of(), false);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // Only List.of is ever given.
    private final List<Transform> transforms;

    private final boolean needsTransform;

    ValueKind(String words, List<Transform> transforms, boolean needsTransform) {
        this.words = words;
        this.transforms = transforms;
        this.needsTransform = needsTransform;
    }

    /** The kind of a schema without null; empty when it is no single value. */
    static Optional<ValueKind> of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case STRING -> Optional.of(TEXT);
            case ENUM -> Optional.of(SYMBOL);
            case BOOLEAN -> Optional.of(FLAG);
            case LONG -> Optional.of(logical == null ? WHOLE : TIME);
            case INT -> Optional.of(logical == null ? SMALL : DAY);
            case RECORD, ARRAY, MAP, UNION, FIXED, BYTES, FLOAT, DOUBLE, NULL -> Optional.empty();
        };
    }

    /** For people. */
    String words() {
        return words;
    }

    /** Those that make such a value. */
    List<Transform> transforms() {
        return transforms;
    }

    /** Whether a value can't be made without one. */
    boolean needsTransform() {
        return needsTransform;
    }
}
