package com.sentia.launcher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectRest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Alters source offsets the way Connect asks for: the connector is stopped, altered, and goes on. */
public final class OffsetChange {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MS = 250;
    private static final String STOPPED = "STOPPED";
    private static final String COMPLETE_TO = "complete_to";

    private final ConnectRest connect;
    private final Consumer<String> tell;

    /** @param tell hears each step */
    public OffsetChange(ConnectRest connect, Consumer<String> tell) {
        this.connect = connect;
        this.tell = tell;
    }

    /** The change a file holds, in the form Connect shows offsets in. */
    public static JsonNode read(Path file) {
        try {
            JsonNode change = JSON.readTree(file.toFile());
            if (!change.path("offsets").isArray() || change.path("offsets").isEmpty()) {
                throw new LauncherException(file + " holds no offsets: it needs \"offsets\" as sentia connector offsets"
                        + " show prints them");
            }
            return change;
        } catch (IOException e) {
            throw new LauncherException(file + " can't be read as JSON: " + e.getMessage(), e);
        }
    }

    /**
     * The change that lets one feed begin at another time.
     *
     * @param present the connector's offsets
     * @param updatedAt from where; null to forget the feed's position, so that it begins at its first
     */
    public static JsonNode of(JsonNode present, String unit, String entity, @Nullable Instant updatedAt) {
        for (JsonNode one : present.path("offsets")) {
            JsonNode partition = one.path("partition");
            if (partition.path("unit").asText().equals(unit)
                    && partition.path("entity").asText().equals(entity)
                    && !partition.has("part")) {
                ObjectNode change = JSON.createObjectNode();
                ObjectNode offset = change.putArray("offsets").addObject();
                offset.set("partition", partition);
                if (updatedAt == null) {
                    offset.putNull("offset");
                } else {
                    ObjectNode position = offset.putObject("offset");
                    position.put("updated_at", updatedAt.toString()).put("id", "");
                    // What was told to be complete stays true whatever is read again.
                    if (one.path("offset").hasNonNull(COMPLETE_TO)) {
                        position.set(COMPLETE_TO, one.path("offset").get(COMPLETE_TO));
                    }
                }
                return change;
            }
        }
        throw new LauncherException(
                "there is no offset of unit " + unit + ", entity " + entity + ": see sentia connector offsets show");
    }

    /** Does it; a connector that was stopped before stays so. */
    public void make(String connector, JsonNode change) throws InterruptedException {
        boolean wasStopped = isStopped(connector);
        if (!wasStopped) {
            tell.accept("stopping " + connector);
            connect.stop(connector);
        }
        try {
            awaitStopped(connector);
            tell.accept(connect.alterOffsets(connector, change));
        } finally {
            if (!wasStopped) {
                connect.resume(connector);
                tell.accept(connector + " goes on");
            }
        }
        if (wasStopped) {
            tell.accept(connector + " was stopped before, and stays so: sentia connector resume " + connector);
        }
    }

    private void awaitStopped(String connector) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isStopped(connector)) {
            if (System.nanoTime() > deadline) {
                throw new LauncherException(connector + " did not stop within " + PATIENCE.toSeconds()
                        + " seconds: nothing was altered; see ./sentia logs connect");
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private boolean isStopped(String connector) {
        JsonNode status = connect.status(connector);
        return status.path("connector").path("state").asText().equals(STOPPED)
                && status.path("tasks").isEmpty();
    }
}
