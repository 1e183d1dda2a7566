package com.sentia.verification.bench.connectors;

import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.ProgramEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** Histories by bulk operations and by pages, a connector at its limits, the normalizer alone; one after the other. */
final class ConnectorsBenchmark implements ProgramEnd.Benchmark {
    private static final double BY_BULK = 5_000;
    private static final double BY_PAGES = 1_000;
    private static final int OTHER_SHOPS = 2;

    private final ConnectorsLoad load;
    private final SimulatedShop shop;
    private final Findings findings;

    ConnectorsBenchmark(ConnectorsLoad load) {
        this.load = load;
        this.shop = new SimulatedShop(load.simulator());
        this.findings = new Findings(load.isQuick(), load.machine());
    }

    @Override
    public Optional<Path> reportFile() {
        return load.reportFile();
    }

    @Override
    public Findings run() throws IOException, InterruptedException {
        findings.run()
                .put("orders", load.orders())
                .put("lines_each", SeededOrder.LINES)
                .put("rounds", load.rounds())
                .put("limit_seconds", load.limitSeconds())
                .put("records", load.records());
        if (shop.orders() != load.orders() + OTHER_SHOPS) {
            findings.complain("the simulated shops have " + shop.orders() + " orders, not " + load.orders() + " and "
                    + OTHER_SHOPS);
            return findings;
        }
        Iterator<String> names = load.shops().iterator();
        Backfills backfills = new Backfills(load, names, findings);
        shop.liftLimits();
        backfills.warmUp();
        backfills.measure("bulk", BY_BULK);
        backfills.measure("pages", BY_PAGES);
        new SteadyLimit(load, shop, findings).measure(names.next());
        NormalizerRounds normalizer = new NormalizerRounds(load, names, findings);
        normalizer.warmUp();
        normalizer.measure(RecordSize.SMALL);
        normalizer.measure(RecordSize.LARGE);
        return findings;
    }
}
