package com.sentia.hooks.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a YAML file. What it is asked for and is not, it complains about, and then answers with nothing. */
public final class YamlValue {
    private final Node node;
    private final String path;
    private final Complaints complaints;

    private YamlValue(Node node, String path, Complaints complaints) {
        this.node = node;
        this.path = path;
        this.complaints = complaints;
    }

    /** The outermost value of a text, unless it is no YAML. */
    public static Optional<YamlValue> parse(String text, Complaints complaints) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                complaints.add(1, "", "is empty");
                return Optional.empty();
            }
            return Optional.of(new YamlValue(root, "", complaints));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            complaints.add(line, "", "is no YAML: " + e.getProblem());
            return Optional.empty();
        }
    }

    /** Says what is wrong with this value. */
    public void wrong(String problem) {
        complaints.add(node.getStartMark().getLine() + 1, path, problem);
    }

    /** Whether it has fields. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is {@code true}. */
    public boolean isTrue() {
        return node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.BOOL)
                && "true".equals(scalar.getValue());
    }

    /** The text, number or flag it is, as written. */
    public Optional<String> text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        wrong("must be a text");
        return Optional.empty();
    }

    /** The entries of a list. */
    public List<YamlValue> entries() {
        if (!(node instanceof SequenceNode sequence)) {
            wrong("must be a list, such as [a, b]");
            return List.of();
        }
        List<YamlValue> entries = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            entries.add(new YamlValue(entry, path + "[" + entries.size() + "]", complaints));
        }
        return entries;
    }

    /** The fields of a mapping by name, in the file's order. */
    public Map<String, YamlValue> fields() {
        if (!(node instanceof MappingNode mapping)) {
            wrong("must be a mapping of names to values");
            return Map.of();
        }
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                wrong("must have plain names");
                continue;
            }
            String name = key.getValue();
            YamlValue value =
                    new YamlValue(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, complaints);
            if (fields.put(name, value) != null) {
                value.wrong("is there twice");
            }
        }
        return fields;
    }
}
