package com.sentia.verification.bench.connectors;

import com.sentia.settings.Settings;
import com.sentia.verification.bench.BenchmarkSettings.Machine;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the benchmark of connectors is told.
 *
 * @param kafka bootstrap servers
 * @param registry base address of the Confluent-compatible API
 * @param connect the worker's REST address
 * @param simulator where the simulated shops are controlled
 * @param connector the product's connector as Connect takes it, reading a simulated shop
 * @param shops names the shop can be read under, each once, so that nothing was seen before
 * @param orders how many the shop has
 * @param rounds how often each short part is measured
 * @param limitSeconds how long the steady state is looked at while limits are on
 * @param records small raw records in each round of the normalizer
 * @param isQuick too short for its figures to count
 */
record ConnectorsLoad(
        String kafka,
        URI registry,
        URI connect,
        URI simulator,
        Path connector,
        List<String> shops,
        int orders,
        int rounds,
        int limitSeconds,
        int records,
        boolean isQuick,
        Machine machine,
        Optional<Path> reportFile) {
    static final int MOST_ORDERS = 1_000_000;

    private static final int MOST_RECORDS = 5_000_000;
    private static final int LONGEST = 3_600;
    private static final int MOST_ROUNDS = 9;

    /** @throws com.sentia.settings.SettingsException naming every problem */
    static ConnectorsLoad from(Settings settings) {
        ConnectorsLoad read = new ConnectorsLoad(
                settings.text("kafka.bootstrap.servers"),
                settings.uri("registry.url"),
                settings.uri("connect.url"),
                settings.uri("simulator.url"),
                settings.path("connector.file"),
                settings.list("shops", List.of()),
                settings.integer("orders", 1, MOST_ORDERS, 100_000),
                settings.integer("rounds", 1, MOST_ROUNDS, 3),
                settings.integer("limit.seconds", 1, LONGEST, 120),
                settings.integer("records", 1, MOST_RECORDS, 400_000),
                settings.flag("quick", false),
                Machine.from(settings),
                settings.optionalPath("report.file"));
        settings.finish();
        return read;
    }
}
