package com.sentia.launcher.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sentia kpi}: what is measured. */
@Command(
        name = "kpi",
        mixinStandardHelpOptions = true,
        subcommands = {KpiListCommand.class, KpiShowCommand.class, KpiValidateCommand.class, KpiApplyCommand.class},
        description = "Lists KPIs, shows one, checks a catalogue file, or puts one into effect.")
final class KpiCommand implements Runnable {
    /** What a command ends with that refuses a KPI for its rows. */
    static final int OVER_BUDGET = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "kpi list, show, validate or apply");
        }
    }
}
