package com.sentia.launcher.commands;

import com.sentia.launcher.apply.ApplyCatalogue;
import com.sentia.launcher.estimate.RowCheck;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.session.Console;
import com.sentia.settings.Durations;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentia kpi apply}: changed and new KPIs on a running stack. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a catalogue into effect on the running stack: KPIs whose definition is new or has changed are computed from"
                    + " the earliest records by a job of their own, and readers are switched to them, all at once, when"
                    + " their values are as far as those shown now.",
            "A new or changed KPI that would make more rows a year than the budget is refused, as by kpi validate.",
            "What has not changed goes on untouched. A KPI that is not in the file is left as it is. Interrupted, the same"
                    + " command goes on; applying what is shown gives up what was begun."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:readers are shown what the file says",
            "1:a new or changed KPI would make too many rows; nothing has begun",
            "2:could not; nothing has switched"
        })
final class KpiApplyCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    CatalogueOptions catalogue = new CatalogueOptions();

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            defaultValue = "1m",
            description = "How long a job goes on of which nothing is shown any more (default: ${DEFAULT-VALUE}).")
    String grace = "1m";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Stack stack = RunningHome.required(home);
        Console console = Console.of(Commands.out(spec));
        RowCheck rows = new RowCheck(stack, catalogue.budget(), console);
        try {
            boolean isShown = new ApplyCatalogue(stack, rows, console, Clock.systemUTC())
                    .run(catalogue.file(), Durations.parse(grace));
            return isShown ? 0 : KpiCommand.OVER_BUDGET;
        } catch (SQLException e) {
            throw RunningHome.withoutDatabase(e);
        }
    }
}
