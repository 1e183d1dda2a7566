package com.sentia.launcher.demo;

import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.parts.StackOptions;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.Interruption;
import com.sentia.launcher.session.StackSession;
import com.sentia.launcher.session.Trouble;
import com.sentia.launcher.status.DatabaseLook;
import com.sentia.launcher.status.Lookout;
import com.sentia.launcher.status.Words;
import java.time.Clock;
import java.time.Duration;

/** The demo for looking at: plays history, then goes on at the speed asked for. */
public final class Demo {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final String STOPPING = "stopping";

    private final Console console;
    private final DemoOptions options;
    private final StopWatch watch = StopWatch.ofCommand(Clock.systemUTC());

    public Demo(Console console, DemoOptions options) {
        this.console = console;
        this.options = options;
    }

    /** Runs it on that home until it has run long enough, or is stopped; the exit code. */
    public int run(Home home) throws InterruptedException {
        DemoRecord record = new DemoRecord(home.open());
        record.requireSame(options.simulator());
        StackOptions stackOptions = StackOptions.demo(options.simulator());
        try (StackSession session = StackSession.open(home, options.ground(), stackOptions, console)) {
            record.write(options.simulator());
            Interruption interruption = Interruption.announced(console, STOPPING);
            boolean endsByItself;
            try {
                watch(home, session);
            } finally {
                endsByItself = interruption.over();
            }
            if (endsByItself) {
                console.lineBelow(STOPPING);
            }
        }
        console.line("stopped; the same command goes on from here, ./sentia reset begins anew");
        return 0;
    }

    /** Shows how it goes until it is to stop. */
    private void watch(Home home, StackSession session) throws InterruptedException {
        Stack stack = session.stack();
        Progress progress = new Progress(console, stack.ports(), watch);
        FirstValue firstValue = FirstValue.watching(new DatabaseLook(stack.database()), watch);
        try (Lookout lookout = new Lookout(stack.ports().url(Port.SIMULATORS), stack.kafka(), stack.database())) {
            boolean told = false;
            while (!session.isClosing() && !isOver()) {
                progress.show(lookout.lookWithHeadlines(), session.board());
                if (!told && firstValue.after().isPresent()) {
                    told = true;
                    console.line("first KPI value after "
                            + Words.duration(firstValue.after().get()) + "; page "
                            + stack.ports().url(Port.API));
                }
                Trouble.throwIfHopeless(home, session.board());
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        }
    }

    private boolean isOver() {
        return options.length()
                .map(length -> watch.elapsed().compareTo(length) >= 0)
                .orElse(false);
    }
}
