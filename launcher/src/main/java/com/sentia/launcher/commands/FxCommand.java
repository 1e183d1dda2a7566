package com.sentia.launcher.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sentia fx}: what amounts in other currencies are converted by. */
@Command(
        name = "fx",
        mixinStandardHelpOptions = true,
        subcommands = {FxLoadCommand.class, FxListCommand.class},
        description = "Loads exchange rates, or lists those that are known.")
final class FxCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "fx load FILE, or fx list");
        }
    }
}
