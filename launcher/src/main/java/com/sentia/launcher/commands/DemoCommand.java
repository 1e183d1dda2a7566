package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.demo.CheckRun;
import com.sentia.launcher.demo.Demo;
import com.sentia.launcher.demo.DemoOptions;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.parts.SimulatorOptions;
import com.sentia.launcher.session.Console;
import com.sentia.settings.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentia demo}: real retail orders through the whole path, for looking at or for proof. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays real retail orders through the whole path: shop API, Kafka, Flink, TimescaleDB, page.",
            "Started again on the same home it goes on where it was. Ctrl-C stops everything."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done; with --check: every goal met", "1:with --check: a goal was not met", "2:could not run"
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    PortOption ports = new PortOption();

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    IncidentsOption incidents = new IncidentsOption();

    @Option(
            names = "--shift",
            paramLabel = "weeks|none",
            defaultValue = "weeks",
            description = "Move dates by whole weeks so that the data ends about now, or keep them (default: weeks).")
    String shift = "weeks";

    @Option(
            names = "--speed",
            defaultValue = "600",
            description = "Seconds of the shops' time in one second (default: 600).")
    int speed = 600;

    @Option(names = "--for", paramLabel = "TIME", description = "End by itself after this time, such as 5m.")
    @Nullable
    String length;

    @Option(
            names = "--plan",
            defaultValue = "PLUS",
            description = "The shops' Shopify plan, which sets the rate limit: STANDARD, ADVANCED, PLUS, ENTERPRISE"
                    + " (default: PLUS).")
    String plan = "PLUS";

    @Mixin
    GroundOption ground = new GroundOption();

    @Mixin
    ChaosOptions chaos = new ChaosOptions();

    @Option(
            names = "--delay",
            paramLabel = "SHOP=TIME",
            description = "A shop (uk, eu, usa) that shows changes so much later, such as uk=1h; repeatable.")
    List<String> delays = List.of();

    @Option(
            names = "--check",
            description = "Run as fast as the pipeline drains, then recompute every value from the file and compare.")
    boolean check;

    @Override
    public Integer call() throws Exception {
        Console console = Console.of(Commands.out(spec));
        DemoOptions options = options();
        if (check) {
            return new CheckRun(console, options).run(home.isGiven() ? Optional.of(portsKept()) : Optional.empty());
        }
        if (!options.chaos().isEmpty() || options.report().isPresent()) {
            throw new LauncherException("--chaos and --report go with --check");
        }
        return new Demo(console, options).run(portsKept());
    }

    private Home portsKept() {
        Home opened = home.home().open();
        ports.keep(opened);
        return opened;
    }

    /** Everything that can be wrong with the options is found here, before anything is started. */
    private DemoOptions options() {
        if (!shift.equals("weeks") && !shift.equals("none")) {
            throw new LauncherException("--shift is weeks or none, not '" + shift + "'");
        }
        if (speed < 1) {
            throw new LauncherException("--speed must be 1 or more");
        }
        return new DemoOptions(
                new SimulatorOptions(
                        data.file(),
                        check ? SimulatorOptions.DRAIN : "speed",
                        speed,
                        shift,
                        plan,
                        delays.stream().map(DemoCommand::delay).toList(),
                        incidents.isOn(data)),
                ground.required(),
                Optional.ofNullable(length).map(DemoCommand::duration),
                chaos.report(),
                chaos.targets(),
                chaos.seed());
    }

    private static String delay(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new LauncherException("--delay is SHOP=TIME, such as uk=1h, not '" + text + "'");
        }
        String shop = text.substring(0, equals);
        duration(text.substring(equals + 1));
        return (shop.contains(".") ? shop : "sentia-" + shop + ".myshopify.com") + text.substring(equals);
    }

    private static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new LauncherException("'" + text + "' is no time: write 30s, 5m or 1h", e);
        }
    }
}
