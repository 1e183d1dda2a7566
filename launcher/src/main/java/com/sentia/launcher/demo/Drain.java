package com.sentia.launcher.demo;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.parts.SimulatorOptions;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.StackSession;
import com.sentia.launcher.session.Trouble;
import com.sentia.launcher.status.Lookout;
import com.sentia.launcher.status.SimulatorStatus;
import com.sentia.launcher.status.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Waits until the last hop has everything; says which hop stands still when nothing moves any more. */
final class Drain {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration STALL_LIMIT = Duration.ofMinutes(3);
    private static final Duration HALT_SLACK = Duration.ofSeconds(5);
    private static final Duration WIDEST_STEP = Duration.ofHours(1);

    private final Console console;
    private final SimulatorOptions options;
    private final StopWatch watch;

    /** @param options how the shops behave */
    Drain(Console console, SimulatorOptions options, StopWatch watch) {
        this.console = console;
        this.options = options;
        this.watch = watch;
    }

    /** The shops when all that ever happened in them is in final values. */
    SimulatorStatus await(StackSession session) throws InterruptedException {
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
        Duration slack = HALT_SLACK.plus(options.longestDelay());
        boolean counted = seen.simulator()
                .filter(SimulatorStatus::halted)
                .flatMap(shops -> seen.database()
                        .finalTo()
                        .map(to -> !to.isBefore(shops.virtualNow().minus(slack))))
                .orElse(false);
        if (counted) {
            try {
                SimulatorStatus.drain(stack.ports().url(Port.SIMULATORS));
            } catch (IOException expected) {
                // Down for a moment; its clock is asked again at the next look.
            }
        }
    }

    /** A shop that shows its changes late can't be complete further than that. */
    private boolean isDrained(Snapshot seen) {
        Duration slack = WIDEST_STEP.plus(options.longestDelay());
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
}
