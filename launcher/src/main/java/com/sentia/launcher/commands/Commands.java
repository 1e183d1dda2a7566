package com.sentia.launcher.commands;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What picocli gives to a command before it runs it. */
final class Commands {
    private Commands() {}

    static PrintWriter out(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("a command runs by picocli only");
        }
        return spec.commandLine().getOut();
    }
}
