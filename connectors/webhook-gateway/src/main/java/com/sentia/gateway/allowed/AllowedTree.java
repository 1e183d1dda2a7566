package com.sentia.gateway.allowed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads an allow-list from a JSON file that mirrors what is wanted: {@code true} for a scalar, an object for an object, a list
 * of one object for a list of objects, a text for what is replaced by a pseudonym of that name.
 */
final class AllowedTree {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AllowedTree() {}

    static Allowed.Fields beside(Class<?> type, String file) {
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no allow-list " + file + " beside " + type.getName());
            }
            return fields(JSON.readTree(in), file);
        } catch (IOException e) {
            throw new UncheckedIOException("allow-list " + file + " can't be read", e);
        }
    }

    static Allowed.Fields of(JsonNode rules, String name) {
        return fields(rules, name);
    }

    private static Allowed.Fields fields(JsonNode object, String file) {
        Map<String, Allowed> byName = new HashMap<>();
        object.properties().forEach(field -> byName.put(field.getKey(), rule(field.getValue(), file)));
        return new Allowed.Fields(byName);
    }

    private static Allowed rule(JsonNode node, String file) {
        if (node.isBoolean() && node.booleanValue()) {
            return new Allowed.Scalar();
        }
        if (node.isTextual()) {
            return new Allowed.Replaced(node.textValue());
        }
        if (node.isObject()) {
            return fields(node, file);
        }
        if (node.isArray() && node.size() == 1 && node.get(0).isObject()) {
            return new Allowed.Objects(fields(node.get(0), file));
        }
        throw new IllegalStateException("allow-list " + file + " holds " + node + ", which says nothing");
    }
}
