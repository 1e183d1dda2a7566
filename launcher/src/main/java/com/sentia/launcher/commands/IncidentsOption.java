package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import picocli.CommandLine.Option;

/** Whether things go wrong in the simulated company on purpose. */
final class IncidentsOption {
    @Option(
            names = "--incidents",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "Let things go wrong in the company on purpose, and keep the truth about it (default: on).")
    String incidents = "on";

    boolean isOn() {
        if (!incidents.equals("on") && !incidents.equals("off")) {
            throw new LauncherException("--incidents is on or off, not '" + incidents + "'");
        }
        return incidents.equals("on");
    }
}
