package com.sentia.schemas.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/** The contracts as last released, kept in the tree, and whether others can follow them. */
final class ReleasedContracts {
    private static final String SUFFIX = ".avsc";

    private ReleasedContracts() {}

    static Map<String, Schema> in(Path folder) {
        Map<String, Schema> released = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                Schema schema = new Schema.Parser().parse(Files.readString(file));
                released.put(schema.getFullName(), schema);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no released contracts in " + folder, e);
        }
        return released;
    }

    static void write(Path folder, Map<String, Schema> contracts) throws IOException {
        Files.createDirectories(folder);
        for (Schema schema : contracts.values()) {
            Files.writeString(folder.resolve(schema.getName() + SUFFIX), schema.toString(true) + "\n");
        }
    }

    /** One sentence for each reason why programs with the current contracts could not read what the released wrote. */
    static List<String> breaks(Map<String, Schema> released, Map<String, Schema> current) {
        List<String> breaks = new ArrayList<>();
        released.forEach((name, writer) -> {
            Schema reader = current.get(name);
            if (reader == null) {
                breaks.add(name + " was released and is gone: records of it lie on topics still");
                return;
            }
            SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
            if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
                pair.getResult()
                        .getIncompatibilities()
                        .forEach(
                                problem -> breaks.add(
                                        name + " at " + problem.getLocation() + ": " + problem.getType()
                                                + " " + problem.getMessage()
                                                + " (allowed: new fields with a default, fewer fields, wider types, new enum symbols)"));
            }
        });
        return breaks;
    }
}
