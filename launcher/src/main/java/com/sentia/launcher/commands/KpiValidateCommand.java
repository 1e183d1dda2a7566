package com.sentia.launcher.commands;

import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.estimate.RowCheck;
import com.sentia.launcher.parts.Catalogues;
import com.sentia.launcher.parts.RowEstimates;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.session.Console;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sentia kpi validate}: whether a catalogue could be put into effect. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a catalogue file; says line and field of the first thing that is wrong.",
            "Where a stack runs, it estimates the rows a year of every KPI, set and window from the facts on the canonical"
                    + " topics, at most the oldest " + RowEstimates.MOST_PER_PARTITION + " records of each partition,"
                    + " and refuses a KPI that would make more than the budget."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing wrong",
            "1:a KPI would make too many rows",
            "2:the file is wrong, or can't be checked"
        })
final class KpiValidateCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    CatalogueOptions catalogue = new CatalogueOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(Commands.out(spec));
        KpiCatalogue read = Catalogues.of(home.home()).read(catalogue.file());
        console.line(catalogue.file() + ": " + read.kpis().size() + " KPIs over "
                + read.sets().size() + " sets, nothing wrong in its form");
        Optional<Stack> stack = RunningHome.stack(home);
        if (stack.isEmpty()) {
            console.line("rows were not estimated: that needs the facts of a running stack, and none runs in "
                    + home.home().root());
            return 0;
        }
        boolean passes = new RowCheck(stack.get(), catalogue.budget(), console).passes(catalogue.file());
        return passes ? 0 : KpiCommand.OVER_BUDGET;
    }
}
