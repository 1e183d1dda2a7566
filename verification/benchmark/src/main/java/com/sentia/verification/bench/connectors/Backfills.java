package com.sentia.verification.bench.connectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.Goal;
import com.sentia.verification.bench.Samples;
import java.io.IOException;
import java.util.Iterator;

/** Reads a shop's whole history again and again, each time under a name that nobody knows yet, until all of it is canonical. */
final class Backfills {
    private final ConnectorsLoad load;
    private final Iterator<String> shops;
    private final Findings findings;

    Backfills(ConnectorsLoad load, Iterator<String> shops, Findings findings) {
        this.load = load;
        this.shops = shops;
        this.findings = findings;
    }

    /** Reads it once and tells nothing, so that compilers have warmed up and the vendor has written its bulk file. */
    void warmUp() throws IOException, InterruptedException {
        System.out.println("warming up");
        double unused = seconds("bulk");
    }

    /**
     * Measures it.
     *
     * @param least orders a second that are wanted
     */
    void measure(String by, double least) throws IOException, InterruptedException {
        double[] speeds = new double[load.rounds()];
        ObjectNode figures = findings.figures().putObject(by);
        ArrayNode told = figures.putArray("seconds");
        for (int round = 0; round < speeds.length; round++) {
            double seconds = seconds(by);
            told.add(seconds);
            speeds[round] = load.orders() / seconds;
            System.out.printf("%,d orders by %s: %.1f s, %,.0f a second%n", load.orders(), by, seconds, speeds[round]);
        }
        double median = new Samples(speeds).median();
        figures.put("median_orders_per_second", Math.round(median));
        findings.line("history by %-6s %,8.0f orders a second through to canonical", by, median);
        findings.goal(Goal.atLeast("orders a second by " + by, least, "a second", median));
    }

    /** From handing the connector to Connect until the last of its orders is canonical. */
    private double seconds(String by) throws IOException, InterruptedException {
        String shop = shops.next();
        try (CanonicalOrders canonical = new CanonicalOrders(load, shop)) {
            long start = System.nanoTime();
            long end;
            try (ShopConnector connector = ShopConnector.begin(load, shop, by)) {
                end = canonical.await(load.orders());
                connector.throwIfFailed();
            }
            int equal = canonical.equal(load.orders(), SeededOrder.LINES);
            findings.equal(equal);
            if (equal != load.orders()) {
                findings.complain("by " + by + " " + (load.orders() - equal) + " of " + load.orders()
                        + " orders are not as they were sold");
            }
            return (end - start) / 1e9;
        }
    }
}
