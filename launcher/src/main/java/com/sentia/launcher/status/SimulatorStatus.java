package com.sentia.launcher.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.http.Http;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * What the simulated shops say of themselves.
 *
 * @param fileEnd when the last of what the file tells has happened
 * @param linesServed accepted lines that a client has been shown
 * @param halted the clock stands just before an order is cancelled, until it is told to go on
 * @param ended the virtual clock has come to its end and everything was read
 */
public record SimulatorStatus(
        Instant virtualNow,
        Instant fileEnd,
        Instant virtualEnd,
        int shiftWeeks,
        long linesTotal,
        long linesAccepted,
        long linesServed,
        long orders,
        boolean halted,
        boolean ended) {

    /** @param url the simulator's base address */
    public static SimulatorStatus of(String url) throws IOException {
        JsonNode status = Http.get(url + "/control/status");
        return new SimulatorStatus(
                Instant.parse(status.path("virtualNow").asText()),
                Instant.parse(status.path("fileEnd").asText()),
                Instant.parse(status.path("virtualEnd").asText()),
                status.path("shiftWeeks").asInt(),
                status.path("linesTotal").asLong(),
                status.path("linesAccepted").asLong(),
                status.path("linesServed").asLong(),
                status.path("orders").asLong(),
                status.path("halted").asBoolean(),
                status.path("ended").asBoolean());
    }

    /** Lets the shops' time run as fast as it is read; tells a halted clock to go on. */
    public static void drain(String url) throws IOException {
        Http.post(url + "/control/clock", Map.of("mode", "drain"));
    }

    /** Lets the shops' time run so many times as fast as real time. */
    public static void run(String url, double speed) throws IOException {
        Http.post(url + "/control/clock", Map.of("mode", "speed", "speed", speed));
    }

    /** Which part of the accepted lines has been served, 0 to 1. */
    public double share() {
        return linesAccepted == 0 ? 0 : (double) linesServed / linesAccepted;
    }
}
