package com.sentia.launcher.commands;

import com.sentia.launcher.estimate.RowBudget;
import com.sentia.launcher.home.Distribution;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which catalogue, and how much its KPIs may make: what every command asks that judges one. */
final class CatalogueOptions {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: the one this program brings.")
    @Nullable
    Path file;

    @Option(
            names = "--rows-budget",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Rows a year that one KPI may make (default: ${DEFAULT-VALUE}).")
    long rowsBudget;

    Path file() {
        return file == null ? own() : file;
    }

    RowBudget budget() {
        return new RowBudget(rowsBudget);
    }

    /** The catalogue that this program brings. */
    static Path own() {
        return Distribution.own().configuration("kpis.yaml");
    }
}
