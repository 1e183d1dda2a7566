package com.sentia.launcher.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sentia bench}: what can be measured. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures this engine, alone and against others.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchKpiCommand.class,
            BenchLateCommand.class,
            BenchLatencyCommand.class,
            BenchSinkCommand.class,
            BenchGatewayCommand.class,
            BenchConnectorsCommand.class
        })
final class BenchCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Which one? For example: ./sentia bench kpi");
        }
    }
}
