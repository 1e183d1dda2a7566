package com.sentia.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.home.Scratch;
import com.sentia.launcher.parts.FlinkTuning;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.parts.StackOptions;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.StackSession;
import com.sentia.launcher.session.Trouble;
import com.sentia.launcher.status.DatabaseLook;
import com.sentia.launcher.status.Lookout;
import com.sentia.launcher.status.SimulatorStatus;
import com.sentia.launcher.status.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The demo for proof: drains the file through the stack, then has every value recomputed and compared. */
public final class CheckRun {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration STALL_LIMIT = Duration.ofMinutes(3);
    private static final Duration HALT_SLACK = Duration.ofSeconds(5);
    private static final Duration WIDEST_STEP = Duration.ofHours(1);

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
        Home home = given.isPresent() ? given.get() : ownHome();
        DemoRecord record = new DemoRecord(home);
        record.requireSame(options.simulator());
        StackOptions stackOptions = new StackOptions(Optional.of(options.simulator()), FlinkTuning.standard());
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

    private Home ownHome() throws IOException {
        Home home = new Home(Files.createTempDirectory("sentia-check-")).open();
        int offset = Ports.freeOffset();
        if (offset > 0) {
            Ports.keepOffset(home, offset);
        }
        console.line("checking in " + home.root() + (offset == 0 ? "" : ", ports moved by " + offset));
        return home;
    }

    private int check(StackSession session) throws IOException, InterruptedException {
        Stack stack = session.stack();
        FirstValue firstValue = FirstValue.watching(new DatabaseLook(stack.database()), watch);
        Chaos chaos = new Chaos(ChaosSchedule.of(options.chaos(), options.seed()), session, console, clock);
        try (MemoryWatch memory = new MemoryWatch(session.running().supervisor()::processes)) {
            Thread chaosThread = new Thread(chaos, "chaos");
            chaosThread.setDaemon(true);
            chaosThread.start();
            SimulatorStatus shops = drain(session);
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
            write(found);
            console.line(goals.table() + (goals.allMet() ? "every goal met" : "NOT every goal met"));
            return goals.allMet() ? 0 : 1;
        }
    }

    /** Waits until the last hop has everything; says which hop stands still when nothing moves any more. */
    private SimulatorStatus drain(StackSession session) throws InterruptedException {
        Stack stack = session.stack();
        Progress progress = new Progress(console, stack.ports(), watch);
        StallDetector stalls = new StallDetector(STALL_LIMIT);
        try (Lookout lookout = new Lookout(stack.ports().url(Port.SIMULATORS), stack.kafka(), stack.database())) {
            while (true) {
                Snapshot seen = lookout.lookWithHeadlines();
                progress.show(seen, session.board());
                releaseHalt(seen, stack);
                if (isDrained(seen)) {
                    return seen.simulator().orElseThrow();
                }
                if (session.isClosing()) {
                    throw new LauncherException("stopped before the check was done");
                }
                Trouble.throwIfHopeless(stack.home(), session.board());
                Optional<StallDetector.Stall> stall = stalls.look(seen, watch.elapsed());
                if (stall.isPresent()) {
                    throw stalled(stack.home(), stall.get());
                }
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        }
    }

    /** An order about to be cancelled has to be in final windows first: taking it out again is what the check is to see. */
    private void releaseHalt(Snapshot seen, Stack stack) {
        Duration slack = HALT_SLACK.plus(options.simulator().longestDelay());
        boolean counted = seen.simulator()
                .filter(SimulatorStatus::halted)
                .flatMap(shops -> seen.database()
                        .finalTo()
                        .map(to -> !to.isBefore(shops.virtualNow().minus(slack))))
                .orElse(false);
        if (counted) {
            try {
                SimulatorStatus.goOn(stack.ports().url(Port.SIMULATORS));
            } catch (IOException expected) {
                // Down for a moment; its clock is asked again at the next look.
            }
        }
    }

    /** A shop that shows its changes late can't be complete further than that. */
    private boolean isDrained(Snapshot seen) {
        Duration slack = WIDEST_STEP.plus(options.simulator().longestDelay());
        return seen.simulator()
                .filter(SimulatorStatus::ended)
                .flatMap(shops -> seen.database()
                        .finalTo()
                        .map(to -> !to.isBefore(shops.virtualEnd().minus(slack))))
                .orElse(false);
    }

    private LauncherException stalled(Home home, StallDetector.Stall stall) {
        Path log = home.log(stall.part());
        console.lineBelow("== the end of " + log);
        Trouble.tail(log, 20).forEach(console::line);
        return new LauncherException("nothing has moved for " + STALL_LIMIT.toMinutes() + " minutes: " + stall.hop()
                + "; see ./sentia logs " + stall.part() + " --home " + home.root());
    }

    private void requireAllKillsInRange(List<ChaosEntry> kills) {
        int wanted = ChaosSchedule.of(options.chaos(), options.seed()).size();
        if (kills.size() < wanted) {
            throw new LauncherException("only " + kills.size() + " of " + wanted
                    + " kills happened before the stream ended: take more data or another --seed");
        }
        kills.stream().filter(kill -> !kill.isInRange()).findFirst().ifPresent(kill -> {
            throw new LauncherException("the kill of " + kill.part() + " came at " + Math.round(kill.share() * 100)
                    + " % of the lines, outside of 20 % to 80 %: take more data or another --seed");
        });
    }

    private void write(ObjectNode report) throws IOException {
        if (options.report().isPresent()) {
            Path file = options.report().get();
            Files.createDirectories(file.toAbsolutePath().getParent());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        }
    }
}
