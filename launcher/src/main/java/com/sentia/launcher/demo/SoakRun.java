package com.sentia.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectRest;
import com.sentia.launcher.connectors.Signals;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Scratch;
import com.sentia.launcher.parts.Shops;
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
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The demo for endurance: so long the shops sell, edit and refund while they answer wrongly at random and their past is read again; then
 * every value is recomputed and compared, and memory must not have grown.
 */
public final class SoakRun {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** Less is noise: what a processor's cache of libraries or a late compilation takes. */
    private static final double MOST_GROWTH = 1.10;

    private static final double MOST_SPEED = 100_000;

    private final Console console;
    private final DemoOptions options;
    private final Duration length;
    private final Clock clock = Clock.systemUTC();
    private final StopWatch watch = StopWatch.ofCommand(clock);
    private final AtomicReference<Instant> shopsNow = new AtomicReference<>(Instant.EPOCH);

    /** @param length how long faults go on */
    public SoakRun(Console console, DemoOptions options, Duration length) {
        this.console = console;
        this.options = options;
        this.length = length;
    }

    /** Runs on a home of its own that is deleted when all went well; the exit code. */
    public int run() throws IOException, InterruptedException {
        Home home = OwnHome.of("soak", console);
        new DemoRecord(home).write(options.simulator());
        StackOptions stackOptions = StackOptions.demo(options.simulator());
        int exit;
        try (StackSession session = StackSession.open(home, options.ground(), stackOptions, console)) {
            exit = soak(session);
        } catch (LauncherException e) {
            console.keepDrawn();
            throw e;
        }
        if (exit == 0) {
            Scratch.delete(home.root());
        } else {
            console.line("state and logs are kept in " + home.root());
        }
        return exit;
    }

    private int soak(StackSession session) throws IOException, InterruptedException {
        Stack stack = session.stack();
        String simulator = stack.ports().url(Port.SIMULATORS);
        VendorFaults faults = new VendorFaults(simulator, Shops.domains(), options.seed());
        RandomBackfills backfills = new RandomBackfills(
                new Signals(
                        new ConnectRest(stack.ports().url(Port.CONNECT)),
                        stack.kafka(),
                        URI.create(stack.registryUrl())),
                Shops.CONNECTOR,
                Shops.domains(),
                shopsNow::get,
                console,
                clock,
                options.seed());
        Chaos chaos = new Chaos(ChaosSchedule.of(options.chaos(), options.seed()), session, console, clock);
        try (MemoryWatch memory = new MemoryWatch(session.running().supervisor()::processes)) {
            Duration first = firstValue(session);
            int from = memory.taken();
            List<Thread> disturbing =
                    List.of(begun("faults", faults), begun("backfills", backfills), begun("chaos", chaos));
            goOn(session, simulator);
            disturbing.subList(0, 2).forEach(Thread::interrupt);
            MemoryTrend trend = memory.trend(from, memory.taken());
            console.lineBelow("the time is over; draining");
            SimulatorStatus.drain(simulator);
            SimulatorStatus shops = new Drain(console, options.simulator(), watch).await(session);
            List<ChaosEntry> kills = chaos.entries();
            console.lineBelow(
                    "drained after " + watch.elapsed().toSeconds() + " s; recomputing every value from the file");
            ObjectNode found = new CheckProgram(stack).run(options.simulator().data(), shops.shiftWeeks());
            found.put("seconds_of_faults", length.toSeconds());
            found.putPOJO("faults", faults.ordered());
            found.put("backfills", backfills.accepted());
            found.putPOJO("memory_mb_middle_third", trend.middle());
            found.putPOJO("memory_mb_last_third", trend.last());
            Goals goals = new CheckReport(
                            found,
                            Optional.of(first),
                            watch.elapsed(),
                            memory.peakMegabytes(),
                            memory.megabytesAtPeak(),
                            stack.database().installation().line(),
                            kills)
                    .complete(clock, options);
            addOwn(goals, trend, faults.ordered(), backfills.accepted());
            options.report().ifPresent(file -> ReportFile.write(found, file));
            console.line(goals.table() + (goals.allMet() ? "every goal met" : "NOT every goal met"));
            return goals.allMet() ? 0 : 1;
        }
    }

    private static void addOwn(Goals goals, MemoryTrend trend, Map<String, Integer> faults, int backfills) {
        double growth = trend.growth();
        goals.add(
                "memory of the last third per that of the middle one",
                "at most " + MOST_GROWTH,
                String.format(Locale.ROOT, "%.3f", growth),
                growth > 0 && growth <= MOST_GROWTH);
        int wrong = faults.values().stream().mapToInt(Integer::intValue).sum();
        goals.add("answers gone wrong", "at least 1", Integer.toString(wrong), wrong > 0);
        goals.add("spans of days read again", "at least 1", Integer.toString(backfills), backfills > 0);
    }

    private static Thread begun(String name, Runnable what) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private Duration firstValue(StackSession session) throws InterruptedException {
        FirstValue first = FirstValue.watching(new DatabaseLook(session.stack().database()), watch);
        while (first.after().isEmpty()) {
            requireGoingOn(session);
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        return first.after().get();
    }

    /** Lets what the file has left to happen fill the time that is left. */
    private void goOn(StackSession session, String simulator) throws IOException, InterruptedException {
        SimulatorStatus start = SimulatorStatus.of(simulator);
        double speed =
                (double) Duration.between(start.virtualNow(), start.fileEnd()).toMillis() / length.toMillis();
        SimulatorStatus.run(simulator, Math.max(1, Math.min(MOST_SPEED, speed)));
        Stack stack = session.stack();
        Instant end = clock.instant().plus(length);
        Progress progress = new Progress(console, stack.ports(), watch);
        try (Lookout lookout = new Lookout(simulator, stack.kafka(), stack.database())) {
            while (clock.instant().isBefore(end)) {
                Snapshot seen = lookout.lookWithHeadlines();
                seen.simulator().ifPresent(shops -> shopsNow.set(shops.virtualNow()));
                progress.show(seen, session.board());
                requireGoingOn(session);
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        }
    }

    private static void requireGoingOn(StackSession session) {
        if (session.isClosing()) {
            throw new LauncherException("stopped before the check was done");
        }
        Trouble.throwIfHopeless(session.stack().home(), session.board());
    }
}
