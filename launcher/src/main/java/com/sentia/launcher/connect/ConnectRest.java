package com.sentia.launcher.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.http.HttpStatusException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Kafka Connect's REST interface, for what people do with connectors; what it refuses becomes a line for them. */
public final class ConnectRest {
    private static final int NOT_FOUND = 404;
    private static final Map<String, Object> NOTHING = Map.of();

    private final String url;

    /** @param connectUrl the worker's REST address */
    public ConnectRest(String connectUrl) {
        this.url = connectUrl;
    }

    /** Every connector by name, with {@code status} and {@code info}. */
    public Map<String, JsonNode> all() {
        Map<String, JsonNode> all = new TreeMap<>();
        JsonNode answer = ask(() -> Http.get(url + "/connectors?expand=status&expand=info"));
        answer.properties().forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    /** State of a connector and its tasks. */
    public JsonNode status(String name) {
        return ofConnector(name, () -> Http.get(connector(name) + "/status"));
    }

    /** Its configuration; empty when there is none of that name. */
    public Optional<JsonNode> configuration(String name) {
        return ask(() -> {
            try {
                return Optional.of(Http.get(connector(name) + "/config"));
            } catch (HttpStatusException e) {
                if (e.status() == NOT_FOUND) {
                    return Optional.<JsonNode>empty();
                }
                throw e;
            }
        });
    }

    /** What is wrong with a configuration, setting by setting; empty when it can be taken. */
    public List<String> problems(ConnectorDescription description) {
        Map<String, String> whole = new TreeMap<>(description.configuration());
        whole.put("name", description.name());
        String plugin = whole.getOrDefault("connector.class", "");
        if (plugin.isEmpty()) {
            return List.of("connector.class is missing");
        }
        JsonNode answer = ask(() -> Http.put(url + "/connector-plugins/" + plugin + "/config/validate", whole));
        List<String> problems = new ArrayList<>();
        answer.path("configs")
                .forEach(
                        setting -> setting.path("value").path("errors").forEach(error -> problems.add(error.asText())));
        return problems;
    }

    /** Creates a connector or changes its configuration. */
    public void put(ConnectorDescription description) {
        ask(() -> Http.put(connector(description.name()) + "/config", description.configuration()));
    }

    /** Stops reading without giving up what its tasks hold. */
    public void pause(String name) {
        ofConnector(name, () -> Http.put(connector(name) + "/pause", NOTHING));
    }

    /** Goes on, from paused or stopped. */
    public void resume(String name) {
        ofConnector(name, () -> Http.put(connector(name) + "/resume", NOTHING));
    }

    /** Ends all its tasks, so that its offsets can be altered. */
    public void stop(String name) {
        ofConnector(name, () -> Http.put(connector(name) + "/stop", NOTHING));
    }

    /** Its source offsets, in the form {@link #alterOffsets} takes. */
    public JsonNode offsets(String name) {
        return ofConnector(name, () -> Http.get(connector(name) + "/offsets"));
    }

    /** Alters offsets of a stopped connector; those not named stay. Returns what Connect says. */
    public String alterOffsets(String name, JsonNode offsets) {
        return ofConnector(name, () -> Http.patch(connector(name) + "/offsets", offsets))
                .path("message")
                .asText();
    }

    private String connector(String name) {
        return url + "/connectors/" + name;
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T ofConnector(String name, Question<T> question) {
        if (!name.matches("[\\w.-]+")) {
            throw new LauncherException("'" + name + "' is no connector's name: see sentia connector list");
        }
        return ask(() -> {
            try {
                return question.ask();
            } catch (HttpStatusException e) {
                if (e.status() == NOT_FOUND) {
                    throw new LauncherException(
                            "there is no connector '" + name + "', or it is not yet known: see sentia connector list",
                            e);
                }
                throw e;
            }
        });
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (HttpStatusException e) {
            throw new LauncherException("Connect refuses it: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new LauncherException("Connect doesn't answer: is the stack up? (" + e.getMessage() + ")", e);
        }
    }
}
