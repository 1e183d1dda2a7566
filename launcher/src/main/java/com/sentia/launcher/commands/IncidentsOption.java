package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether things go wrong in the simulated company on purpose. */
final class IncidentsOption {
    @Option(
            names = "--incidents",
            paramLabel = "on|off",
            description = "Let things go wrong in the company on purpose, and keep the truth about it (default: on; off"
                    + " with --data, to whose sales nothing is added unasked).")
    @Nullable
    String incidents;

    boolean isOn(DataOption data) {
        String wanted = incidents;
        if (wanted == null) {
            return data.isOwn();
        }
        if (!wanted.equals("on") && !wanted.equals("off")) {
            throw new LauncherException("--incidents is on or off, not '" + wanted + "'");
        }
        return wanted.equals("on");
    }
}
