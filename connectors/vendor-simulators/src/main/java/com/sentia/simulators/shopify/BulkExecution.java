package com.sentia.simulators.shopify;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes everything a bulk query finds, a line for each object, children after their parents. */
final class BulkExecution {
    private record Child(ExecutableNormalizedField connection, Object owner, String ownerId) {}

    private final Map<Class<?>, ObjectType<?>> types;
    private final Moment moment;
    private final QueryExecution writer;
    private final boolean grouped;
    private long objects;
    private long roots;

    /**
     * @param writer writes an object, leaving its connections out
     * @param grouped whether an object's children follow it at once
     */
    BulkExecution(Map<Class<?>, ObjectType<?>> types, Moment moment, QueryExecution writer, boolean grouped) {
        this.types = types;
        this.moment = moment;
        this.writer = writer;
        this.grouped = grouped;
    }

    void run(ExecutableNormalizedOperation operation) throws IOException {
        connection(operation.getTopLevelFields().get(0), RootFields.Root.QUERY, null);
    }

    long objects() {
        return objects;
    }

    long roots() {
        return roots;
    }

    private void connection(ExecutableNormalizedField field, Object source, @Nullable String parentId)
            throws IOException {
        ExecutableNormalizedField node = BulkRules.nodeOf(field);
        String after = null;
        boolean more = true;
        while (more) {
            Connection page = page(field, source, parentId == null, after);
            List<Child> later = new ArrayList<>();
            for (Object element : page.nodes()) {
                List<Child> children = write(node, element, parentId);
                if (grouped) {
                    follow(children);
                } else {
                    later.addAll(children);
                }
            }
            follow(later);
            after = page.cursors().isEmpty()
                    ? null
                    : page.cursors().get(page.cursors().size() - 1).text();
            more = page.hasNextPage() && after != null;
        }
    }

    private Connection page(ExecutableNormalizedField field, Object source, boolean isRoot, @Nullable String after) {
        Map<String, Object> arguments = new HashMap<>(field.getResolvedArguments());
        arguments.put("first", PageRequest.LARGEST);
        arguments.put(PageRequest.ENDLESS, true);
        if (isRoot) {
            arguments.put("sortKey", "ID");
        }
        if (after != null) {
            arguments.put("after", after);
        }
        return (Connection) fetched(source, field.getFieldName(), arguments);
    }

    private List<Child> write(ExecutableNormalizedField node, Object element, @Nullable String parentId)
            throws IOException {
        List<ExecutableNormalizedField> connections = writer.line(node, element, parentId);
        objects++;
        roots += parentId == null ? 1 : 0;
        List<Child> children = new ArrayList<>();
        if (!connections.isEmpty()) {
            String id = String.valueOf(fetched(element, "id", Map.of()));
            connections.forEach(connection -> children.add(new Child(connection, element, id)));
        }
        return children;
    }

    private void follow(List<Child> children) throws IOException {
        for (Child child : children) {
            connection(child.connection(), child.owner(), child.ownerId());
        }
    }

    private Object fetched(Object source, String field, Map<String, Object> arguments) {
        ObjectType<?> type = types.get(source.getClass());
        Object value = type == null ? null : type.fetch(source, field, arguments, moment);
        if (value == null) {
            throw new IllegalStateException("no value of " + field + " of " + source.getClass());
        }
        return value;
    }
}
