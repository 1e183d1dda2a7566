package com.sentia.launcher.commands;

import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Moves the stack's ports out of another program's way, and stays with the home. */
final class PortOption {
    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description =
                    "Moves all ports by N and keeps that for this home; sentia.properties in the home moves single"
                            + " ones.")
    @Nullable
    Integer offset;

    void keep(Home home) {
        if (offset != null) {
            Ports.keepOffset(home, offset);
        }
    }
}
