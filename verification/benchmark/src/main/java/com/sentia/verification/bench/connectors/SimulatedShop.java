package com.sentia.verification.bench.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The vendor's stand-in: its limits, and what it tells of how they were used. */
final class SimulatedShop {
    /** The shop that has all the orders. */
    private static final String DOMAIN = "sentia-uk.myshopify.com";

    /** Points come back with the shops' time: so fast that none is ever waited for. */
    private static final int UNLIMITED = 1_000_000;

    private final JsonHttp control;

    SimulatedShop(URI url) {
        this.control = new JsonHttp(url);
    }

    /**
     * How query points were used since the shop was started.
     *
     * @param seconds by the time in which points come back
     */
    record Points(double seconds, long queries, long points, long throttled, int available, double restoredPerSecond) {}

    void liftLimits() throws IOException, InterruptedException {
        runAt(UNLIMITED);
    }

    void setLimits() throws IOException, InterruptedException {
        runAt(1);
    }

    private void runAt(int speed) throws IOException, InterruptedException {
        control.send("POST", "/control/clock", Map.of("mode", "speed", "speed", speed));
    }

    Points points() throws IOException, InterruptedException {
        JsonNode told = control.get("/control/status").path("points").path(DOMAIN);
        return new Points(
                told.path("seconds").asDouble(),
                told.path("queries").asLong(),
                told.path("points").asLong(),
                told.path("throttled").asLong(),
                told.path("available").asInt(),
                told.path("restoredPerSecond").asDouble());
    }

    /** Orders in all shops, two of which have one each. */
    int orders() throws IOException, InterruptedException {
        return control.get("/control/status").path("orders").asInt();
    }
}
