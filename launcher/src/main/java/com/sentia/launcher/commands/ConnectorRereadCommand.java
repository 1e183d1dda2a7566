package com.sentia.launcher.commands;

import com.sentia.launcher.parts.Stack;
import com.sentia.schemas.SignalKind;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia connector reread}: all of it again. */
@Command(
        name = "reread",
        mixinStandardHelpOptions = true,
        description = {
            "Begins reading anew: everything since the connector's first date is read and handed on again. Versions make that"
                    + " harmless to values; what changes meanwhile is seen only once the feed has come that far again, which a"
                    + " backfill does not cost. The stack goes on with what it knows to be complete."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:they begin anew", "1:some feed refused it or did not answer in time", "2:could not"})
final class ConnectorRereadCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    FeedOptions feeds = new FeedOptions();

    @Parameters(paramLabel = "NAME", description = "The connector; see connector list.")
    String name = "";

    @Override
    public Integer call() throws InterruptedException {
        Stack stack = RunningHome.required(home);
        return SignalAnswers.tell(
                ConnectorCommand.signals(stack)
                        .send(feeds.signal(name, SignalKind.REREAD, Clock.systemUTC())
                                .build()),
                Commands.out(spec));
    }
}
