package com.sentia.analytics.kpi;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of one mapping in a YAML file, each with its line, so that a complaint can say where. */
final class YamlFields {
    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private YamlFields(String file, String path, @Nullable Node node) {
        this.file = file;
        this.path = path;
        this.line = node == null ? 1 : line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw complaint(line, path, "is missing or no mapping of names to values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = ((ScalarNode) tuple.getKeyNode()).getValue();
            lines.put(name, line(tuple.getKeyNode()));
            if (fields.put(name, tuple.getValueNode()) != null) {
                throw wrong(name, "is there twice");
            }
        }
    }

    /** @param file its name, for complaints */
    static YamlFields of(String file, String text) {
        try {
            return new YamlFields(file, "", new Yaml(new LoaderOptions()).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new CatalogueException(file + ":" + line + ": is no YAML: " + e.getProblem());
        }
    }

    /** Complains about the first field with another name. */
    void allow(List<String> names) {
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                throw wrong(name, "is not known; allowed are " + names);
            }
        }
    }

    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    YamlFields mapping(String name) {
        Node node = fields.get(name);
        if (node == null) {
            throw wrong(name, "is missing");
        }
        return new YamlFields(file, at(name), node);
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    Optional<String> optional(String name) {
        Node node = fields.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        throw wrong(name, "must be a text");
    }

    List<String> list(String name) {
        Node node = fields.get(name);
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(name, "must be a list, such as [a, b]");
        }
        List<String> texts = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            if (!(entry instanceof ScalarNode scalar)) {
                throw wrong(name, "must hold texts only");
            }
            texts.add(scalar.getValue());
        }
        if (new TreeSet<>(texts).size() < texts.size()) {
            throw wrong(name, "names something twice");
        }
        return texts;
    }

    /** What is wrong with a field's value. */
    CatalogueException wrong(String name, String problem) {
        return complaint(lines.getOrDefault(name, line), at(name), problem);
    }

    private CatalogueException complaint(int where, String field, String problem) {
        return new CatalogueException(
                file + ":" + where + ": " + (field.isEmpty() ? "the file" : field) + " " + problem);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
