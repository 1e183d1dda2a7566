package com.sentia.schemas.contracts;

import com.sentia.schemas.topics.Subjects;
import com.sentia.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The schemas of the catalogue as tests look at them. */
final class Contracts {
    private Contracts() {}

    /** Every record that travels on a topic, as registered, by full name. */
    static Map<String, Schema> current() {
        Map<String, Schema> current = new TreeMap<>();
        Topics.catalogue()
                .forEach(topic -> topic.values()
                        .forEach(schema -> current.put(schema.getFullName(), Subjects.registered(schema))));
        return current;
    }

    /** The named types within a schema, itself first, each once. */
    static List<Schema> namedTypes(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        collect(schema, found);
        return new ArrayList<>(found.values());
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM, FIXED -> found.putIfAbsent(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
                // Primitive types have no name.
            }
        }
    }
}
