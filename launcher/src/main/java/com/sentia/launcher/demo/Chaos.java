package com.sentia.launcher.demo;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.StackSession;
import com.sentia.launcher.status.Lookout;
import com.sentia.launcher.status.SimulatorStatus;
import com.sentia.launcher.status.Snapshot;
import com.sentia.launcher.supervision.PartState;
import com.sentia.launcher.supervision.Phase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kills parts by SIGKILL at their moments and watches each come back. */
final class Chaos implements Runnable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(40);
    private static final Duration RECOVERY_EVERY = Duration.ofMillis(250);
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(5);

    private final List<ChaosSchedule.Kill> kills;
    private final StackSession session;
    private final Console console;
    private final Clock clock;
    private final List<ChaosEntry> entries = new ArrayList<>();
    private final List<Thread> watchers = new ArrayList<>();
    private final Set<ProcessHandle> killed = new HashSet<>();
    private @Nullable RunShare way;

    Chaos(List<ChaosSchedule.Kill> kills, StackSession session, Console console, Clock clock) {
        this.kills = kills;
        this.session = session;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            for (ChaosSchedule.Kill kill : kills) {
                strike(kill);
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(ChaosSchedule.Kill kill) throws InterruptedException {
        Optional<SimulatorStatus> shops = Optional.empty();
        Optional<ProcessHandle> victim = Optional.empty();
        while (victim.isEmpty() || shops.isEmpty() || way(shops.get()).of(shops.get()) < kill.atShare()) {
            Thread.sleep(LOOK_EVERY.toMillis());
            shops = shops();
            // A part that is down already, from another kill or otherwise, is killed when it is back: the board may not
            // know yet.
            victim = isReady(kill.part())
                    ? session.running().supervisor().process(kill.part()).filter(process -> !killed.contains(process))
                    : Optional.empty();
        }
        Snapshot before = snapshot();
        int restarts = session.board().state(kill.part()).restarts();
        killed.add(victim.get());
        victim.get().destroyForcibly();
        Instant at = clock.instant();
        SimulatorStatus seen = shops().or(before::simulator).orElse(shops.get());
        double share = way(seen).of(seen);
        console.line("chaos: killed " + kill.part() + " at line " + seen.linesServed());
        Recovery recovery = new Recovery(kill.part(), restarts, before, at);
        Thread watcher = new Thread(
                () -> {
                    Optional<Duration> took = watch(recovery);
                    synchronized (entries) {
                        entries.add(
                                new ChaosEntry(kill.target().word(), kill.part(), seen.linesServed(), share, at, took));
                    }
                    console.line("chaos: " + kill.part()
                            + took.map(time -> " caught up after " + time.toMillis() / 1000.0 + " s")
                                    .orElse(" did not catch up"));
                },
                "chaos-" + kill.part());
        watcher.setDaemon(true);
        watcher.start();
        watchers.add(watcher);
    }

    /** The run as it is measured, from the first look at the shops on. */
    private RunShare way(SimulatorStatus seen) {
        if (way == null) {
            way = new RunShare(seen.virtualNow());
        }
        return way;
    }

    private boolean isReady(String part) {
        return session.board().state(part).phase() == Phase.READY;
    }

    private Optional<SimulatorStatus> shops() {
        try {
            return Optional.of(SimulatorStatus.of(session.stack().ports().url(Port.SIMULATORS)));
        } catch (IOException | java.time.DateTimeException expected) {
            return Optional.empty();
        }
    }

    private Snapshot snapshot() throws InterruptedException {
        try (Lookout lookout = lookout()) {
            return lookout.look();
        }
    }

    private Lookout lookout() {
        Stack stack = session.stack();
        return new Lookout(stack.ports().url(Port.SIMULATORS), stack.kafka(), stack.database());
    }

    private Optional<Duration> watch(Recovery recovery) {
        try (Lookout lookout = lookout()) {
            while (Duration.between(recovery.killedAt(), clock.instant()).compareTo(RECOVERY_LIMIT) < 0) {
                PartState state = session.board().state(recovery.part());
                boolean back = state.phase() == Phase.READY && state.restarts() > recovery.restartsBefore();
                if (back && recovery.isFurther(lookout.look())) {
                    return Optional.of(Duration.between(recovery.killedAt(), clock.instant()));
                }
                Thread.sleep(RECOVERY_EVERY.toMillis());
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** What happened, when all kills are done and every part has caught up or had its time to. */
    List<ChaosEntry> entries() throws InterruptedException {
        for (Thread watcher : List.copyOf(watchers)) {
            watcher.join(RECOVERY_LIMIT.toMillis());
        }
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }
}
