package com.sentia.launcher.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectRest;
import com.sentia.launcher.connectors.OffsetChange;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia connector offsets}: how far each feed has been read, for those who have to change it. */
@Command(name = "offsets", mixinStandardHelpOptions = true, description = "Shows or sets how far a connector has read.")
final class ConnectorOffsetsCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "connector offsets show NAME, or set NAME");
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints the offsets as JSON, in the form that set --file takes.")
    int show(
            @Mixin HomeOption home,
            @Parameters(paramLabel = "NAME", description = "The connector; see connector list.") String name) {
        JsonNode offsets = ConnectorCommand.connect(RunningHome.required(home)).offsets(name);
        PrintWriter out = Commands.out(spec);
        out.println(offsets.toPrettyString());
        out.flush();
        return 0;
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = {
                "Stops the connector, alters its offsets, and lets it go on. The connector checks them: what it could not read is"
                        + " refused, and nothing is altered. Offsets that are not named stay.",
                "For records of the past connector backfill is the better way: it stops nothing."
            })
    int set(
            @Mixin HomeOption home,
            @Parameters(paramLabel = "NAME", description = "The connector; see connector list.") String name,
            @Option(names = "--file", paramLabel = "FILE", description = "JSON as show prints it.") @Nullable Path file,
            @Mixin FeedOptions feed,
            @Option(
                            names = "--updated-at",
                            paramLabel = "INSTANT",
                            description = "Lets the feed of --unit and --entity go on behind this time of update.")
                    @Nullable
                    Instant updatedAt,
            @Option(names = "--forget", description = "Lets it begin at its first.") boolean forget)
            throws InterruptedException {
        boolean ofFeed = feed.unit != null && feed.entity != null && (updatedAt != null) != forget;
        boolean byFile = file != null && !feed.areGiven() && updatedAt == null && !forget;
        if (ofFeed == byFile || (file != null && !byFile)) {
            throw new LauncherException(
                    "say which: --file FILE, or --unit, --entity and either --updated-at INSTANT or --forget");
        }
        PrintWriter out = Commands.out(spec);
        JsonNode change = file == null ? null : OffsetChange.read(file);
        ConnectRest connect = ConnectorCommand.connect(RunningHome.required(home));
        if (change == null) {
            change = OffsetChange.of(
                    connect.offsets(name), String.valueOf(feed.unit), String.valueOf(feed.entity), updatedAt);
        }
        new OffsetChange(connect, line -> {
                    out.println(line);
                    out.flush();
                })
                .make(name, change);
        return 0;
    }
}
