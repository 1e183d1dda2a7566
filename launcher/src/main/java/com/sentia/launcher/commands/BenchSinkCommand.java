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

/** {@code sentia bench sink}: the sink against the database's own ways to write. */
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes change points into kpi_value by the product's sink, by a bare INSERT .. SELECT unnest and by COPY, in"
                    + " turns: rows that are new, and the same rows again with other values.",
            "Starts a database of its own. Needs a machine that does nothing else."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the rows were right", "1:they were not", "2:could not run; logs are kept"})
final class BenchSinkCommand implements Callable<Integer> {
    private static final int ROWS = 300_000;
    private static final int QUICK_ROWS = 10_000;
    private static final int ROUNDS = 3;
    private static final int QUICK_ROUNDS = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Change points in each run (default: " + ROWS + ", quick: " + QUICK_ROWS + ").")
    @Nullable
    Integer rows;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Runs of each (default: " + ROUNDS + ", quick: " + QUICK_ROUNDS + ").")
    @Nullable
    Integer rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("rows", options.text(rows, ROWS, QUICK_ROWS));
        settings.put("rounds", options.text(rounds, ROUNDS, QUICK_ROUNDS));
        options.put(settings);
        return new BenchGround(Console.of(Commands.out(spec))).onDatabase(Benchmark.SINK, settings);
    }
}
