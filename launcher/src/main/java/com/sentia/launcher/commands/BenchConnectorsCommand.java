package com.sentia.launcher.commands;

import com.sentia.launcher.session.Console;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentia bench connectors}: a shop's history through connector and normalizer, the connector at its limits, the normalizer alone. */
@Command(
        name = "connectors",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads all orders of a simulated shop by bulk operations and by pages until they are canonical; looks at how well the"
                    + " connector keeps to the shop's limits; and lets the normalizer work on raw records that are there already.",
            "Every order is compared with what the shop holds. Starts broker, registry, Connect, normalizer and shop of its own."
                    + " Needs a machine that does nothing else."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every order was right", "1:one was not", "2:could not run; logs are kept"})
final class BenchConnectorsCommand implements Callable<Integer> {
    private static final int ORDERS = 100_000;
    private static final int QUICK_ORDERS = 2_000;
    private static final int ROUNDS = 3;
    private static final int QUICK_ROUNDS = 1;
    private static final int SECONDS = 120;
    private static final int QUICK_SECONDS = 10;
    private static final int RECORDS = 400_000;
    private static final int QUICK_RECORDS = 10_000;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "Orders of three lines the shop has (default: " + ORDERS + ", quick: " + QUICK_ORDERS + ").")
    @Nullable
    Integer orders;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each history is read and the normalizer runs, medians count (default: " + ROUNDS
                    + ", quick: " + QUICK_ROUNDS + ").")
    @Nullable
    Integer rounds;

    @Option(
            names = "--limit-seconds",
            paramLabel = "N",
            description = "How long the connector is looked at while it is limited (default: " + SECONDS + ", quick: "
                    + QUICK_SECONDS + ").")
    @Nullable
    Integer limitSeconds;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Raw records of up to 1 KB the normalizer gets at once; of larger ones an eighth (default: "
                    + RECORDS + ", quick: " + QUICK_RECORDS + ").")
    @Nullable
    Integer records;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("orders", options.text(orders, ORDERS, QUICK_ORDERS));
        settings.put("rounds", options.text(rounds, ROUNDS, QUICK_ROUNDS));
        settings.put("limit.seconds", options.text(limitSeconds, SECONDS, QUICK_SECONDS));
        settings.put("records", options.text(records, RECORDS, QUICK_RECORDS));
        options.put(settings);
        return new BenchGround(Console.of(Commands.out(spec))).onConnectors(settings);
    }
}
