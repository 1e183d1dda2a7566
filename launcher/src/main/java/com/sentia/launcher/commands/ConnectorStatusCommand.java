package com.sentia.launcher.commands;

import com.sentia.launcher.connect.ConnectRest;
import com.sentia.launcher.connectors.ConnectorReport;
import com.sentia.launcher.connectors.NoticeLog;
import com.sentia.launcher.parts.Stack;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia connector status}: how each feed stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows, of one connector or all, every unit and entity it reads: what it is doing, up to when it is known to be"
                    + " complete and how long ago that is, how far a backfill is, and what it told last.",
            "States: reading, caught-up, paused (by connector pause), stopped (the vendor refuses it and it is asked again now"
                    + " and then). What else happens to a feed at this moment, waits and retries, is in Connect's JMX metrics"
                    + " under com.sentia.connectors."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all run", "1:some connector, task or unit does not", "2:could not ask"})
final class ConnectorStatusCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which connector (default: all).")
    @Nullable
    String name;

    @Override
    public Integer call() {
        Stack stack = RunningHome.required(home);
        ConnectRest connect = ConnectorCommand.connect(stack);
        NoticeLog notices = new NoticeLog(stack.kafka(), URI.create(stack.registryUrl()));
        PrintWriter out = Commands.out(spec);
        List<String> names = name == null ? List.copyOf(connect.all().keySet()) : List.of(name);
        boolean well = true;
        for (String one : names) {
            ConnectorReport report =
                    ConnectorReport.of(one, connect.status(one), connect.offsets(one), notices.of(one));
            out.print(report.text(Clock.systemUTC()));
            well &= report.isWell();
        }
        out.print(names.isEmpty() ? "no connectors: see sentia connector apply\n" : "");
        out.flush();
        return well ? 0 : ConnectorCommand.NOT_DONE;
    }
}
