package com.sentia.launcher.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.supervision.PartState;
import com.sentia.launcher.supervision.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the running launcher knows of its parts, left in a file for commands in other terminals. */
public final class BoardFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BoardFile() {}

    static void write(Home home, List<PartState> states) throws IOException {
        ArrayNode array = JSON.createArrayNode();
        for (PartState state : states) {
            array.addObject()
                    .put("name", state.name())
                    .put("phase", state.phase().name())
                    .put("since", state.since().toString())
                    .put("pid", state.pid())
                    .put("restarts", state.restarts())
                    .put("failures", state.failures())
                    .put("detail", state.detail());
        }
        Path file = file(home);
        Path fresh = file.resolveSibling("board.json.new");
        Files.write(fresh, JSON.writeValueAsBytes(array));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The states last written; empty when there are none. */
    public static List<PartState> read(Home home) {
        List<PartState> states = new ArrayList<>();
        try {
            for (JsonNode state : JSON.readTree(Files.readAllBytes(file(home)))) {
                states.add(new PartState(
                        state.path("name").asText(),
                        Phase.valueOf(state.path("phase").asText()),
                        Instant.parse(state.path("since").asText()),
                        state.path("pid").asLong(),
                        state.path("restarts").asInt(),
                        state.path("failures").asInt(),
                        state.path("detail").asText()));
            }
            return states;
        } catch (IOException | IllegalArgumentException expected) {
            return List.of();
        }
    }

    /** Forgets what was written. */
    public static void delete(Home home) throws IOException {
        Files.deleteIfExists(file(home));
    }

    private static Path file(Home home) {
        return home.run().resolve("board.json");
    }
}
