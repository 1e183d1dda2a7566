package com.sentia.launcher.commands;

import com.sentia.launcher.home.Home;
import com.sentia.launcher.status.StatusReport;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sentia status}: how everything stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows every part's health, and lag, watermark, rows, freshness and disk of the stream.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every part is ready", "1:some part is not"})
final class StatusCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() throws InterruptedException {
        Home existing = home.existing();
        PrintWriter out = Commands.out(spec);
        StatusReport report = StatusReport.of(existing, Clock.systemUTC());
        out.print(report.text());
        out.flush();
        return report.allReady() ? 0 : 1;
    }
}
