package com.sentia.schemas.contracts;

import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** The reference page of topics and contracts, made from the catalogue. */
final class TopicsReference {
    private TopicsReference() {}

    static String page() {
        return String.join("\n", head(), topics(), contracts());
    }

    private static String head() {
        return """
                # Topics and contracts

                Generated from the `Topics` catalogue and the Avro contracts by `mvn -pl schemas -am package -Dupdate-docs=true`; a test
                fails when it is stale.

                Keys are UTF-8 text, values are in the Confluent wire format, every timestamp is the broker's (LogAppendTime).
                A subject is `<topic>-<record's full name>`, its compatibility BACKWARD.
                """;
    }

    private static String topics() {
        return """
                ## Topics

                %s

                Reserved: the contracts stand, nothing writes them yet, and no stack creates them.

                %s
                """.formatted(table(Topics.ALL), table(Topics.RESERVED));
    }

    private static String table(List<Topic> topics) {
        String rows = topics.stream().map(TopicsReference::row).collect(Collectors.joining("\n"));
        return """
                | topic | holds | key | records | partitions | kept |
                |---|---|---|---|---|---|
                """ + rows;
    }

    private static String row(Topic topic) {
        String records = topic.values().stream().map(Schema::getName).collect(Collectors.joining(", "));
        return "| `" + topic.name() + "` | " + topic.holds() + " | "
                + topic.key().replace("|", "\\|") + " | " + records + " | " + topic.partitions() + " | "
                + topic.retention() + " |";
    }

    private static String contracts() {
        List<Schema> types = Contracts.current().values().stream()
                .flatMap(schema -> Contracts.namedTypes(schema).stream())
                .distinct()
                .toList();
        return "## Contracts\n\n" + types.stream().map(TopicsReference::section).collect(Collectors.joining("\n"));
    }

    private static String section(Schema type) {
        StringBuilder section = new StringBuilder();
        section.append("### ")
                .append(type.getName())
                .append("\n\n")
                .append(type.getDoc())
                .append("\n");
        if (type.getType() == Schema.Type.ENUM) {
            return section.append("\nOne of ")
                    .append(String.join(", ", type.getEnumSymbols()))
                    .append("; unknown symbols read as ")
                    .append(type.getEnumDefault())
                    .append(".\n")
                    .toString();
        }
        section.append("\n| field | type | meaning |\n|---|---|---|\n");
        type.getFields()
                .forEach(field -> section.append("| `")
                        .append(field.name())
                        .append("` | ")
                        .append(typeName(field.schema()))
                        .append(" | ")
                        .append(field.doc().replace("|", "\\|"))
                        .append(" |\n"));
        return section.toString();
    }

    private static String typeName(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return logical.getName();
        }
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> schema.getName();
            case ARRAY -> "list of " + typeName(schema.getElementType());
            case MAP -> "map to " + typeName(schema.getValueType());
            case UNION ->
                schema.getTypes().stream().map(TopicsReference::typeName).collect(Collectors.joining(" or "));
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL ->
                schema.getType().getName();
        };
    }
}
