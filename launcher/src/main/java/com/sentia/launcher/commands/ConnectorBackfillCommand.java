package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.parts.Stack;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.SignalKind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia connector backfill}: records of the past once more, beside live reading. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Reads records once more, beside live reading and with what that leaves of the vendor's limits: those last changed"
                    + " from --from to --to, or those with --ids. It goes on over restarts, and ends with the vendor's own count"
                    + " compared; sentia connector status tells how far it is. One at a time for a feed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it will be done", "1:some feed refused it or did not answer in time", "2:could not ask"})
final class ConnectorBackfillCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    FeedOptions feeds = new FeedOptions();

    @Parameters(paramLabel = "NAME", description = "The connector; see connector list.")
    String name = "";

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Earliest time of update, such as 2026-01-31T00:00:00Z.")
    @Nullable
    Instant from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "End of the times of update, exclusive (default: now).")
    @Nullable
    Instant to;

    @Option(
            names = "--ids",
            split = ",",
            paramLabel = "ID",
            description = "The vendor's ids; with --unit and --entity.")
    List<String> ids = List.of();

    @Override
    public Integer call() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        if (ids.isEmpty() == (from == null) || (!ids.isEmpty() && to != null)) {
            throw new LauncherException("say what to read: --from INSTANT and perhaps --to INSTANT, or --ids ID,...");
        }
        if (!ids.isEmpty() && (feeds.unit == null || feeds.entity == null)) {
            throw new LauncherException("ids are of one unit and entity: give --unit and --entity with --ids");
        }
        ConnectorSignal.Builder signal = feeds.signal(name, SignalKind.BACKFILL, clock);
        if (from != null) {
            signal.setFrom(from).setTo(to == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : to);
        }
        Stack stack = RunningHome.required(home);
        return SignalAnswers.tell(
                ConnectorCommand.signals(stack).send(signal.setIds(ids).build()), Commands.out(spec));
    }
}
