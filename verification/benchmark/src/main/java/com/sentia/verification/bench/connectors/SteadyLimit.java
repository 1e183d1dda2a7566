package com.sentia.verification.bench.connectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.Goal;
import com.sentia.verification.bench.connectors.SimulatedShop.Points;
import java.io.IOException;
import java.time.Duration;

/** How much of the query points that come back a connector uses, once it has used up those it found. */
final class SteadyLimit {
    private static final double LEAST_PERCENT = 95;
    private static final int PER_CENT = 100;
    private static final int QUERIES_FIRST = 20;
    private static final long LOOK_EVERY_MS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ConnectorsLoad load;
    private final SimulatedShop shop;
    private final Findings findings;

    SteadyLimit(ConnectorsLoad load, SimulatedShop shop, Findings findings) {
        this.load = load;
        this.shop = shop;
        this.findings = findings;
    }

    void measure(String unit) throws IOException, InterruptedException {
        shop.setLimits();
        long throttledBefore = shop.points().throttled();
        try (ShopConnector connector = ShopConnector.begin(load, unit, "pages")) {
            Points start = afterQuery(shop.points().queries() + QUERIES_FIRST);
            while (start.available() > start.restoredPerSecond() * 10) {
                start = afterQuery(start.queries() + 1);
            }
            System.out.printf("limits on: looking for %d s%n", load.limitSeconds());
            Points end = start;
            while (end.seconds() - start.seconds() < load.limitSeconds()) {
                end = afterQuery(end.queries() + 1);
            }
            connector.throwIfFailed();
            tell(start, end, start.throttled() - throttledBefore);
        }
        shop.liftLimits();
    }

    private void tell(Points start, Points end, long throttledWhileStarting) {
        double seconds = end.seconds() - start.seconds();
        long used = end.points() - start.points();
        long throttled = end.throttled() - start.throttled();
        double percent = PER_CENT * used / (seconds * end.restoredPerSecond());
        ObjectNode node = findings.figures().putObject("limits_on");
        node.put("seconds", seconds)
                .put("points_per_second_allowed", end.restoredPerSecond())
                .put("points_used", used)
                .put("used_percent", percent)
                .put("queries", end.queries() - start.queries())
                .put("throttled", throttled)
                .put("throttled_while_starting", throttledWhileStarting)
                .put("available_at_start", start.available())
                .put("available_at_end", end.available());
        findings.line(
                "limits on: %.1f %% of the allowed rate used for %.0f s, %d of %d queries throttled",
                percent, seconds, throttled, end.queries() - start.queries() + throttled);
        findings.goal(Goal.atLeast("share of the allowed rate used", LEAST_PERCENT, "%", percent));
        findings.goal(Goal.atMost("throttled queries in steady state", 0, "queries", (double) throttled));
    }

    /** Looked at right behind a query, spans hold whole queries and the waiting for them. */
    private Points afterQuery(long queries) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Points now = shop.points();
        while (now.queries() < queries) {
            if (System.nanoTime() > end) {
                throw new IOException("the connector asked nothing for " + PATIENCE);
            }
            Thread.sleep(LOOK_EVERY_MS);
            now = shop.points();
        }
        return now;
    }
}
