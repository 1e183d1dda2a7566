package com.sentia.launcher.commands;

import com.sentia.launcher.parts.Benchmark;
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

/** {@code sentia bench latency}: from a change at the source to the KPI it changes. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Changes orders by webhook, one after the other, and times each until the KPI it changes is read through the"
                    + " query API, while other orders are placed.",
            "Starts a stack of its own. Needs a machine that does nothing else."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every change was read",
            "1:one never was, or another value was read",
            "2:could not run; logs are kept"
        })
final class BenchLatencyCommand implements Callable<Integer> {
    private static final int PROBES = 200;
    private static final int QUICK_PROBES = 10;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--probes",
            paramLabel = "N",
            description = "Changes timed at each load (default: " + PROBES + ", quick: " + QUICK_PROBES + ").")
    @Nullable
    Integer probes;

    @Option(
            names = "--loads",
            paramLabel = "LIST",
            defaultValue = "100,1000",
            description =
                    "Order lines placed a second beside them, one load after the other (default: ${DEFAULT-VALUE}).")
    String loads = "100,1000";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("probes", options.text(probes, PROBES, QUICK_PROBES));
        settings.put("loads", loads);
        options.put(settings);
        return new BenchGround(Console.of(Commands.out(spec))).onStack(Benchmark.LATENCY, settings);
    }
}
