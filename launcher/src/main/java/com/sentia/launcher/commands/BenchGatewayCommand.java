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

/** {@code sentia bench gateway}: signed webhooks until Kafka has acknowledged them, alone and beside a flood of forged ones. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends signed webhooks at a steady rate over loopback, and times each from when it was due until its answer; then the"
                    + " same beside a flood of bad signatures from another address. What was answered with 200 must stand on the"
                    + " topic.",
            "Starts broker, registry and gateway of its own. Needs a machine that does nothing else."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:what was acknowledged was there",
            "1:something was not, or was answered otherwise",
            "2:could not run; logs are kept"
        })
final class BenchGatewayCommand implements Callable<Integer> {
    private static final int RATE = 5_000;
    private static final int QUICK_RATE = 500;
    private static final int SECONDS = 30;
    private static final int QUICK_SECONDS = 3;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Webhooks a second (default: " + RATE + ", quick: " + QUICK_RATE + ").")
    @Nullable
    Integer rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each part lasts (default: " + SECONDS + ", quick: " + QUICK_SECONDS + ").")
    @Nullable
    Integer seconds;

    @Option(
            names = "--flood",
            paramLabel = "N",
            description =
                    "Forged webhooks a second in the second part (default: " + RATE + ", quick: " + QUICK_RATE + ").")
    @Nullable
    Integer flood;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("rate", options.text(rate, RATE, QUICK_RATE));
        settings.put("seconds", options.text(seconds, SECONDS, QUICK_SECONDS));
        settings.put("flood", options.text(flood, RATE, QUICK_RATE));
        options.put(settings);
        return new BenchGround(Console.of(Commands.out(spec))).onGateway(Benchmark.GATEWAY, settings);
    }
}
