package com.sentia.verification.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the simulator how it took the file, so that a difference there is told as such. */
final class SimulatorCount {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    private static JsonNode status(URI address) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CheckException("the simulator answers " + answer.statusCode() + " at " + address);
            }
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new CheckException("the simulator does not answer at " + address + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckException("interrupted while asking the simulator", e);
        }
    }
}
