package com.sentia.hooks.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sentia.hooks.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * The allow-list of a source, in the form of the vendors' ones: {@code true} for a value, a mapping for an object, a list of one mapping
 * for a list of objects, a text for a customer's id, of which only a pseudonym is taken, under that name.
 *
 * @param rules as JSON
 */
public record Taking(JsonNode rules) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The list that stands in YAML; what says nothing is complained about. */
    public static Taking read(YamlValue value) {
        return new Taking(object(value));
    }

    private static ObjectNode object(YamlValue value) {
        ObjectNode rules = JSON.objectNode();
        value.fields().forEach((name, rule) -> rules.set(name, rule(rule)));
        if (rules.isEmpty()) {
            value.wrong("takes nothing");
        }
        return rules;
    }

    private static JsonNode rule(YamlValue value) {
        if (value.isTrue()) {
            return BooleanNode.TRUE;
        }
        if (value.isMapping()) {
            return object(value);
        }
        if (value.isList()) {
            List<YamlValue> entries = value.entries();
            ArrayNode list = JSON.arrayNode();
            if (entries.size() == 1 && entries.get(0).isMapping()) {
                return list.add(object(entries.get(0)));
            }
            value.wrong("must be a list of one mapping, the fields of each object");
            return list;
        }
        String name = value.text().orElse("");
        if (!name.matches("[a-zA-Z][a-zA-Z0-9_]*") || name.equals("false")) {
            value.wrong("must be true, a mapping, a list of one mapping, or the name of a customer's pseudonym");
        }
        return TextNode.valueOf(name);
    }

    /** Whether the payload can have a single value there. */
    boolean holds(JsonPointer pointer) {
        JsonNode rule = follow(pointer);
        return rule.isBoolean() || rule.isTextual();
    }

    /** Whether a customer's id stands there in the body. */
    public boolean isPerson(JsonPointer pointer) {
        return rules.at(pointer).isTextual();
    }

    /** What is taken of each object of the list there. */
    Optional<Taking> each(JsonPointer pointer) {
        JsonNode rule = follow(pointer);
        return rule.isArray() && rule.size() == 1 ? Optional.of(new Taking(rule.get(0))) : Optional.empty();
    }

    private JsonNode follow(JsonPointer pointer) {
        JsonNode rule = rules;
        JsonPointer rest = pointer;
        while (!rest.matches() && rule.isObject()) {
            rule = field(rule, rest.getMatchingProperty());
            rest = rest.tail();
        }
        return rest.matches() ? rule : JSON.missingNode();
    }

    /** In the payload a customer's pseudonym has its own name, and the field of the id is gone. */
    private static JsonNode field(JsonNode object, String name) {
        JsonNode named = object.path(name);
        if (!named.isTextual() && !named.isMissingNode()) {
            return named;
        }
        for (JsonNode rule : object) {
            if (rule.isTextual() && rule.textValue().equals(name)) {
                return rule;
            }
        }
        return JSON.missingNode();
    }
}
