package com.sentia.verification.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the simulator how it took the file, so that a difference there is told as such. */
final class SimulatorCount {
    private SimulatorCount() {}

    /** Goals that hold when the simulator moved and rejected the file's lines as the check did. */
    static List<Goal> goals(URI simulator, int shiftWeeks, Map<String, Long> rejected) {
        JsonNode status = status(simulator.resolve("/control/status"));
        Map<String, Long> theirs = new TreeMap<>();
        status.path("linesRejected").properties().forEach(reason -> {
            if (reason.getValue().asLong() > 0) {
                theirs.put(reason.getKey(), reason.getValue().asLong());
            }
        });
        return List.of(
                Goal.equal("weeks shifted", status.path("shiftWeeks").asLong(), shiftWeeks),
                new Goal(
                        "lines rejected as by the simulator",
                        "the same",
                        theirs.equals(rejected) ? "the same" : theirs + " there, " + rejected + " here",
                        theirs.equals(rejected)));
    }

    /** When the shops' time ends. */
    static Instant end(URI simulator) {
        return Instant.parse(
                status(simulator.resolve("/control/status")).path("virtualEnd").asText());
    }

    private static JsonNode status(URI address) {
        try {
            return new ObjectMapper().readTree(SimulatorAnswers.bytes(address));
        } catch (IOException e) {
            throw new CheckException("the simulator's answer at " + address + " is no JSON: " + e.getMessage(), e);
        }
    }
}
