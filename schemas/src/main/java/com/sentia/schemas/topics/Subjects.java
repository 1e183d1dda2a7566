package com.sentia.schemas.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** What a schema is called in the registry, and the form in which it stands there. */
public final class Subjects {
    private static final String JAVA_STRING_TYPE = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Subjects() {}

    /** The subject of a record on a topic: topic, a dash, the record's full name. */
    public static String of(String topic, Schema schema) {
        return topic + "-" + schema.getFullName();
    }

    /**
     * The schema without the hints the Java generator leaves in it, as programs in other languages should see it.
     *
     * <p>The answer is the same text for the same contract, which is what look-ups in the registry rest on.
     */
    public static Schema registered(Schema generated) {
        try {
            return new Schema.Parser()
                    .parse(withoutJavaHints(JSON.readTree(generated.toString())).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema's own text is no JSON: " + generated.getFullName(), e);
        }
    }

    private static JsonNode withoutJavaHints(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode kept = JSON.createArrayNode();
            array.forEach(element -> kept.add(withoutJavaHints(element)));
            return kept;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode kept = JSON.createObjectNode();
        object.properties().forEach(field -> {
            if (!field.getKey().equals(JAVA_STRING_TYPE)) {
                kept.set(field.getKey(), withoutJavaHints(field.getValue()));
            }
        });
        boolean isPlainType = kept.size() == 1 && kept.path("type").isTextual();
        return isPlainType ? kept.get("type") : kept;
    }
}
