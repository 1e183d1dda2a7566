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

/** {@code sentia bench late}: late lines over a long history. */
@Command(
        name = "late",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Loads order lines through the KPI job, lets late ones come at once, scattered over the same days, and times until"
                    + " every value they change is right in the database; beside it the same rows as a bare bulk upsert,"
                    + " and a full recomputation in SQL.",
            "Starts a stack of its own. Needs a machine that does nothing else."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the values were equal to the recomputation",
            "1:they were not",
            "2:could not run; logs are kept"
        })
final class BenchLateCommand implements Callable<Integer> {
    private static final int LINES = 5_000_000;
    private static final int QUICK_LINES = 5_000;
    private static final int DAYS = 60;
    private static final int QUICK_DAYS = 2;
    private static final int LATE_LINES = 1_000;
    private static final int QUICK_LATE_LINES = 20;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--lines",
            paramLabel = "N",
            description = "Order lines loaded (default: " + LINES + ", quick: " + QUICK_LINES + ").")
    @Nullable
    Integer lines;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Spread them over so many days (default: " + DAYS + ", quick: " + QUICK_DAYS + ").")
    @Nullable
    Integer days;

    @Option(
            names = "--late",
            paramLabel = "N",
            description = "Late lines (default: " + LATE_LINES + ", quick: " + QUICK_LATE_LINES + ").")
    @Nullable
    Integer late;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "Give up when the load comes no further for so long (default: ${DEFAULT-VALUE}).")
    String patience = "5m";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("lines", options.text(lines, LINES, QUICK_LINES));
        settings.put("days", options.text(days, DAYS, QUICK_DAYS));
        settings.put("late-lines", options.text(late, LATE_LINES, QUICK_LATE_LINES));
        settings.put("patience", patience);
        options.put(settings);
        return new BenchGround(Console.of(Commands.out(spec))).onStack(Benchmark.LATE, settings);
    }
}
