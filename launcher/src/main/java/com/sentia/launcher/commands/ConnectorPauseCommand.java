package com.sentia.launcher.commands;

import com.sentia.launcher.parts.Stack;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.SignalKind;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia connector pause}: a connector as a whole, or some of its feeds. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = {
            "Stops reading. Without --unit and --entity the connector is paused as a whole by Connect, and hears no signals until it is"
                    + " resumed.",
            "With them, only these feeds stop; the others go on, also after restarts. A paused feed goes on telling what it was"
                    + " complete to, so that no value becomes final without it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:some feed refused it or did not answer in time", "2:could not"})
final class ConnectorPauseCommand implements Callable<Integer> {
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
        PrintWriter out = Commands.out(spec);
        if (!feeds.areGiven()) {
            ConnectorCommand.connect(stack).pause(name);
            out.println(name + ": paused as a whole");
            out.flush();
            return 0;
        }
        ConnectorSignal signal =
                feeds.signal(name, SignalKind.PAUSE, Clock.systemUTC()).build();
        return SignalAnswers.tell(ConnectorCommand.signals(stack).send(signal), out);
    }
}
