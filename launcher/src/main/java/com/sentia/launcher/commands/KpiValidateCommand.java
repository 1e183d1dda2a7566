package com.sentia.launcher.commands;

import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.estimate.RowBudget;
import com.sentia.launcher.parts.RowEstimates;
import com.sentia.launcher.parts.RowEstimates.Estimate;
import com.sentia.launcher.parts.Shops;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.status.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
    private static final int OVER_BUDGET = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: the one this program brings.")
    @Nullable
    Path file;

    @Option(
            names = "--rows-budget",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Rows a year that one KPI may make (default: ${DEFAULT-VALUE}).")
    long rowsBudget;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Commands.out(spec);
        Path checked = file == null ? KpiCommand.own() : file;
        KpiCatalogue catalogue = Shops.catalogues().read(checked);
        out.println(checked + ": " + catalogue.kpis().size() + " KPIs over "
                + catalogue.sets().size() + " sets, nothing wrong in its form");
        Optional<Stack> stack = RunningHome.stack(home);
        int exit = 0;
        if (stack.isEmpty()) {
            out.println("rows were not estimated: that needs the facts of a running stack, and none runs in "
                    + home.home().root());
        } else {
            exit = estimate(new RowEstimates(stack.get()).of(checked), out);
        }
        out.flush();
        return exit;
    }

    private int estimate(Estimate estimate, PrintWriter out) {
        if (estimate.rows().isEmpty()) {
            out.println("rows were not estimated: the running stack has seen no facts yet");
            return 0;
        }
        out.print(RowBudget.table(estimate.rows()));
        out.println("from " + Words.number(estimate.records()) + " records over " + Words.duration(estimate.span())
                + ", as if the year went on like that; at most, as values that stay equal make no row");
        List<String> complaints = new RowBudget(rowsBudget).complaints(estimate.rows());
        complaints.forEach(complaint -> out.println("refused: " + complaint));
        return complaints.isEmpty() ? 0 : OVER_BUDGET;
    }
}
