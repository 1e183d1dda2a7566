package com.sentia.simulators.shopify;

import com.fasterxml.jackson.core.JsonGenerator;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the answer to one valid query and counts what it cost. */
final class QueryExecution {
    private final Map<Class<?>, ObjectType<?>> types;
    private final Moment moment;
    private final JsonGenerator out;
    /** Fields whose value is of one type only, so that all their children apply. */
    private final IdentityHashMap<ExecutableNormalizedField, Boolean> uniform = new IdentityHashMap<>();

    private int cost;

    QueryExecution(Map<Class<?>, ObjectType<?>> types, Moment moment, JsonGenerator out) {
        this.types = types;
        this.moment = moment;
        this.out = out;
    }

    /** Points by the objects that were written. */
    int cost() {
        return cost;
    }

    void write(ExecutableNormalizedOperation operation) throws IOException {
        Object root = operation.getOperation() == OperationDefinition.Operation.MUTATION
                ? MutationFields.Root.MUTATION
                : RootFields.Root.QUERY;
        out.writeStartObject();
        for (ExecutableNormalizedField field : operation.getTopLevelFields()) {
            field(field, typeOf(root.getClass()), root);
        }
        out.writeEndObject();
    }

    /**
     * Writes one object without its connections, and its parent behind, as lines of bulk operations are.
     *
     * @return the connections left out
     */
    List<ExecutableNormalizedField> line(ExecutableNormalizedField field, Object value, @Nullable String parentId)
            throws IOException {
        ObjectType<?> type = typeOf(value.getClass());
        List<ExecutableNormalizedField> connections = new ArrayList<>();
        out.writeStartObject();
        for (ExecutableNormalizedField child : children(field, type)) {
            if (BulkRules.isConnection(child)) {
                connections.add(child);
            } else {
                field(child, type, value);
            }
        }
        if (parentId != null) {
            out.writeStringField("__parentId", parentId);
        }
        out.writeEndObject();
        return connections;
    }

    private void field(ExecutableNormalizedField field, ObjectType<?> type, Object source) throws IOException {
        out.writeFieldName(field.getResultKey());
        if (field.getFieldName().equals("__typename")) {
            out.writeString(type.name() == null ? field.getSingleObjectTypeName() : type.name());
            return;
        }
        value(field, type.fetch(source, field.getFieldName(), field.getResolvedArguments(), moment));
    }

    private void value(ExecutableNormalizedField field, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Enum<?> constant) {
            out.writeString(constant.name());
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                value(field, element);
            }
            out.writeEndArray();
        } else {
            object(field, value);
        }
    }

    private void object(ExecutableNormalizedField field, Object value) throws IOException {
        ObjectType<?> type = typeOf(value.getClass());
        cost += type.cost();
        out.writeStartObject();
        for (ExecutableNormalizedField child : children(field, type)) {
            field(child, type, value);
        }
        out.writeEndObject();
    }

    private List<ExecutableNormalizedField> children(ExecutableNormalizedField field, ObjectType<?> type) {
        String name = type.name();
        return name == null || uniform.computeIfAbsent(field, QueryExecution::isUniform)
                ? field.getChildren()
                : field.getChildren(name);
    }

    private ObjectType<?> typeOf(Class<?> source) {
        ObjectType<?> type = types.get(source);
        if (type == null) {
            throw new IllegalStateException("no type for " + source);
        }
        return type;
    }

    private static boolean isUniform(ExecutableNormalizedField field) {
        return field.getChildren().stream()
                        .flatMap(child -> child.getObjectTypeNames().stream())
                        .distinct()
                        .count()
                == 1;
    }
}
