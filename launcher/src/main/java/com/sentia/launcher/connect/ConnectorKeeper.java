package com.sentia.launcher.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.http.HttpStatusException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the connector to Connect, and starts tasks again that failed. */
public final class ConnectorKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorKeeper.class);
    private static final int LONGEST_TRACE = 300;

    private final String url;
    private final ConnectorDescription description;

    /** @param connectUrl the worker's REST address */
    public ConnectorKeeper(String connectUrl, ConnectorDescription description) {
        this.url = connectUrl + "/connectors/" + description.name();
        this.description = description;
    }

    /** Creates the connector or brings its configuration up to date; the same again changes nothing. */
    public void put() throws IOException {
        Http.put(url + "/config", description.configuration());
    }

    /** What failed, in words; empty when connector and all tasks run. */
    public List<String> failures() throws IOException {
        JsonNode status = Http.get(url + "/status");
        List<String> failures = new ArrayList<>();
        if (isFailed(status.path("connector"))) {
            failures.add("connector: " + reason(status.path("connector")));
        }
        for (JsonNode task : status.path("tasks")) {
            if (isFailed(task)) {
                failures.add("task " + task.path("id").asText() + ": " + reason(task));
            }
        }
        return failures;
    }

    /** How many tasks run now. */
    public int runningTasks() throws IOException {
        int running = 0;
        for (JsonNode task : Http.get(url + "/status").path("tasks")) {
            running += task.path("state").asText().equals("RUNNING") ? 1 : 0;
        }
        return running;
    }

    /** Starts whatever failed again. */
    public void restartFailed() throws IOException {
        List<String> failures;
        try {
            failures = failures();
        } catch (HttpStatusException expected) {
            // 404 until the worker has read its configuration topic after a start.
            return;
        }
        if (!failures.isEmpty()) {
            LOG.warn("connector={} restarted after {}", description.name(), failures);
            Http.post(url + "/restart?includeTasks=true&onlyFailed=true", List.of());
        }
    }

    /** Starts the connector and all of its tasks again, whatever their states. */
    public void restart() throws IOException {
        Http.post(url + "/restart?includeTasks=true", List.of());
    }

    private static boolean isFailed(JsonNode part) {
        return part.path("state").asText().equals("FAILED");
    }

    private static String reason(JsonNode part) {
        String trace = part.path("trace").asText().lines().findFirst().orElse("no reason given");
        return trace.substring(0, Math.min(trace.length(), LONGEST_TRACE));
    }
}
