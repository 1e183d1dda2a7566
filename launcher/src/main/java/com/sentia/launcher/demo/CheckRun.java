package com.sentia.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Scratch;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.parts.StackOptions;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.StackSession;
import com.sentia.launcher.status.DatabaseLook;
import com.sentia.launcher.status.SimulatorStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The demo for proof: drains the file through the stack, then has every value recomputed and compared. */
public final class CheckRun {
    private final Console console;
    private final DemoOptions options;
    private final Clock clock = Clock.systemUTC();
    private final StopWatch watch = StopWatch.ofCommand(clock);

    public CheckRun(Console console, DemoOptions options) {
        this.console = console;
        this.options = options;
    }

    /** Runs on the home given, or on one of its own that is deleted when all went well; the exit code. */
    public int run(Optional<Home> given) throws IOException, InterruptedException {
        Home home = given.isPresent() ? given.get() : OwnHome.of("check", console);
        DemoRecord record = new DemoRecord(home);
        record.requireSame(options.simulator());
        StackOptions stackOptions = StackOptions.demo(options.simulator());
        int exit;
        try (StackSession session = StackSession.open(home, options.ground(), stackOptions, console)) {
            record.write(options.simulator());
            exit = check(session);
        } catch (LauncherException e) {
            console.keepDrawn();
            throw e;
        }
        if (given.isEmpty() && exit == 0) {
            Scratch.delete(home.root());
        } else {
            console.line("state and logs are kept in " + home.root());
        }
        return exit;
    }

    private int check(StackSession session) throws IOException, InterruptedException {
        Stack stack = session.stack();
        FirstValue firstValue = FirstValue.watching(new DatabaseLook(stack.database()), watch);
        Chaos chaos = new Chaos(ChaosSchedule.of(options.chaos(), options.seed()), session, console, clock);
        try (MemoryWatch memory = new MemoryWatch(session.running().supervisor()::processes)) {
            Thread chaosThread = new Thread(chaos, "chaos");
            chaosThread.setDaemon(true);
            chaosThread.start();
            SimulatorStatus shops = new Drain(console, options.simulator(), watch).await(session);
            List<ChaosEntry> kills = chaos.entries();
            requireAllKillsInRange(kills);
            console.lineBelow(
                    "drained after " + watch.elapsed().toSeconds() + " s; recomputing every value from the file");
            ObjectNode found = new CheckProgram(stack).run(options.simulator().data(), shops.shiftWeeks());
            Goals goals = new CheckReport(
                            found,
                            firstValue.after(),
                            watch.elapsed(),
                            memory.peakMegabytes(),
                            memory.megabytesAtPeak(),
                            stack.database().installation().line(),
                            kills)
                    .complete(clock, options);
            options.report().ifPresent(file -> ReportFile.write(found, file));
            console.line(goals.table() + (goals.allMet() ? "every goal met" : "NOT every goal met"));
            return goals.allMet() ? 0 : 1;
        }
    }

    private void requireAllKillsInRange(List<ChaosEntry> kills) {
        int wanted = ChaosSchedule.of(options.chaos(), options.seed()).size();
        if (kills.size() < wanted) {
            throw new LauncherException("only " + kills.size() + " of " + wanted
                    + " kills happened before the stream ended: take more data or another --seed");
        }
        kills.stream().filter(kill -> !kill.isInRange()).findFirst().ifPresent(kill -> {
            throw new LauncherException("the kill of " + kill.part() + " came at " + Math.round(kill.share() * 100)
                    + " % of the run, outside of 20 % to 80 %: take more data or another --seed");
        });
    }
}
