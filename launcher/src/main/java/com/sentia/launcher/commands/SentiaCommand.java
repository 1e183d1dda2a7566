package com.sentia.launcher.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sentia} itself: alone it tells what there is. */
@Command(
        name = "sentia",
        mixinStandardHelpOptions = true,
        version = "Sentia Streams 0.1.0",
        description = "Orders of online shops as KPIs within a second, on one machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SqlCommand.class,
            TopicCommand.class,
            DeadLettersCommand.class,
            ConnectorCommand.class,
            KpiCommand.class,
            FxCommand.class,
            PrivacyCommand.class,
            SoakCommand.class,
            BenchCommand.class,
            ResetCommand.class,
            DaemonCommand.class
        })
public final class SentiaCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Which command? For example: ./sentia demo");
        }
    }
}
