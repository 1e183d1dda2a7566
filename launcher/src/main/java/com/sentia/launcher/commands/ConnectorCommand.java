package com.sentia.launcher.commands;

import com.sentia.launcher.connect.ConnectRest;
import com.sentia.launcher.connectors.Signals;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.parts.Stack;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sentia connector}: what is read, and how it is steered. */
@Command(
        name = "connector",
        mixinStandardHelpOptions = true,
        subcommands = {
            ConnectorListCommand.class,
            ConnectorStatusCommand.class,
            ConnectorApplyCommand.class,
            ConnectorPauseCommand.class,
            ConnectorResumeCommand.class,
            ConnectorBackfillCommand.class,
            ConnectorRereadCommand.class,
            ConnectorOffsetsCommand.class,
            ConnectorDeadLettersCommand.class
        },
        description = "Lists connectors, shows how they stand, and steers what they read.")
final class ConnectorCommand implements Runnable {
    /** What a command ends with when a connector did not do as it was told. */
    static final int NOT_DONE = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "connector list, status, apply, pause, resume, backfill, reread, offsets or dead-letters");
        }
    }

    static ConnectRest connect(Stack stack) {
        return new ConnectRest(stack.ports().url(Port.CONNECT));
    }

    static Signals signals(Stack stack) {
        return new Signals(connect(stack), stack.kafka(), URI.create(stack.registryUrl()));
    }
}
