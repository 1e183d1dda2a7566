package com.sentia.launcher.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A connector as it is handed to Connect.
 *
 * @param name what it is called in Connect
 * @param configuration its settings; secrets are references the worker resolves, never the secrets themselves
 */
public record ConnectorDescription(String name, Map<String, String> configuration) {
    public ConnectorDescription {
        configuration = Map.copyOf(configuration);
    }

    /** The same with some settings otherwise; the others stay. */
    public ConnectorDescription with(Map<String, String> settings) {
        Map<String, String> changed = new TreeMap<>(configuration);
        changed.putAll(settings);
        return new ConnectorDescription(name, changed);
    }

    /** The same without some settings. */
    public ConnectorDescription without(Set<String> settings) {
        Map<String, String> changed = new TreeMap<>(configuration);
        changed.keySet().removeAll(settings);
        return new ConnectorDescription(name, changed);
    }

    /** Whether a configuration as Connect shows it is this one. */
    public boolean isSameAs(JsonNode shown) {
        Map<String, String> other = new TreeMap<>();
        shown.properties()
                .forEach(setting ->
                        other.put(setting.getKey(), setting.getValue().asText()));
        Map<String, String> own = new TreeMap<>(configuration);
        own.put("name", name);
        return own.equals(other);
    }

    /**
     * Reads a description in the form Connect's REST interface takes, {@code {"name": …, "config": {…}}}.
     *
     * @param fill fills in what a value leaves open
     * @throws LauncherException when the file isn't of that form
     */
    public static ConnectorDescription read(Path file, UnaryOperator<String> fill) throws IOException {
        JsonNode description = new ObjectMapper().readTree(file.toFile());
        if (!description.path("name").isTextual() || !description.path("config").isObject()) {
            throw new LauncherException(file + " is no connector description: it needs \"name\" and \"config\"");
        }
        Map<String, String> configuration = new TreeMap<>();
        description
                .path("config")
                .properties()
                .forEach(setting -> configuration.put(
                        setting.getKey(), fill.apply(setting.getValue().asText())));
        return new ConnectorDescription(description.path("name").asText(), configuration);
    }
}
