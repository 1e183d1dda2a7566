package com.sentia.launcher.demo;

import com.sentia.launcher.http.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Lets the simulated shops answer wrongly at random: what goes wrong, where and how often is drawn by a seed. */
final class VendorFaults implements Runnable {
    private static final Duration LONGEST_PEACE = Duration.ofSeconds(6);
    private static final int MOST_IN_A_ROW = 3;

    /** Of answers, then of bulk operations, which are drawn now and then. */
    private static final List<String> OF_ANSWERS =
            List.of("throttle", "error500", "malformed", "unauthorized", "slow", "drop-connection");

    private static final List<String> OF_BULK = List.of(
            "bulk-wrong-count", "bulk-partial", "bulk-server-error", "bulk-failed", "bulk-cut-off", "bulk-expired-url");

    private static final int BULK_ONE_IN = 10;

    private final String simulatorUrl;
    private final List<String> shops;
    private final Random random;
    private final Map<String, Integer> ordered = new TreeMap<>();

    VendorFaults(String simulatorUrl, List<String> shops, long seed) {
        this.simulatorUrl = simulatorUrl;
        this.shops = List.copyOf(shops);
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(random.nextLong(LONGEST_PEACE.toMillis()));
                order();
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private void order() {
        List<String> kinds = random.nextInt(BULK_ONE_IN) == 0 ? OF_BULK : OF_ANSWERS;
        String kind = kinds.get(random.nextInt(kinds.size()));
        String shop = shops.get(random.nextInt(shops.size()));
        int count = 1 + random.nextInt(MOST_IN_A_ROW);
        try {
            Http.post(simulatorUrl + "/control/faults", Map.of("shop", shop, "kind", kind, "count", count));
            synchronized (ordered) {
                ordered.merge(kind, count, Integer::sum);
            }
        } catch (IOException expected) {
            // Killed a moment ago: that is fault enough.
        }
    }

    /** How many answers of each kind were asked for. */
    Map<String, Integer> ordered() {
        synchronized (ordered) {
            return new TreeMap<>(ordered);
        }
    }
}
