package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.demo.DemoOptions;
import com.sentia.launcher.demo.SoakRun;
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

/** {@code sentia soak}: the demo under random faults for a long while, then the check. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lets the simulated shops answer wrongly at random for a long while and their past be read again and again, then",
            "recomputes every value: nothing may be lost, nothing count twice, and memory must not grow."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every goal met", "1:a goal was not met", "2:could not run"})
final class SoakCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--for", paramLabel = "TIME", description = "How long faults go on, such as 30m (default: 30m).")
    String length = "30m";

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    GroundOption ground = new GroundOption();

    @Mixin
    IncidentsOption incidents = new IncidentsOption();

    @Mixin
    ChaosOptions chaos = new ChaosOptions();

    @Override
    public Integer call() throws Exception {
        DemoOptions options = new DemoOptions(
                new SimulatorOptions(data.file(), "speed", 600, "weeks", "PLUS", List.of(), incidents.isOn(data)),
                ground.required(),
                Optional.empty(),
                chaos.report(),
                chaos.targets(),
                chaos.seed());
        return new SoakRun(Console.of(Commands.out(spec)), options, duration()).run();
    }

    private Duration duration() {
        try {
            return Durations.parse(length);
        } catch (IllegalArgumentException e) {
            throw new LauncherException("'" + length + "' is no time: write 30s, 5m or 1h", e);
        }
    }
}
