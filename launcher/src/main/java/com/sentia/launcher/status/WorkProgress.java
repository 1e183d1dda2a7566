package com.sentia.launcher.status;

import com.sentia.launcher.session.Console;
import java.time.Duration;

/** Tells how far long work has come: redrawn on a terminal, a line now and then on a pipe. Short work goes without. */
public final class WorkProgress {
    private static final Duration REDRAW_EVERY = Duration.ofMillis(200);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private final Console console;
    private long toldAt = System.nanoTime();

    public WorkProgress(Console console) {
        this.console = console;
    }

    /** @param what such as {@code writing rates} */
    public void at(String what, long done, long all) {
        Duration pause = console.isTerminal() ? REDRAW_EVERY : LINE_EVERY;
        long now = System.nanoTime();
        if (now - toldAt < pause.toNanos()) {
            return;
        }
        toldAt = now;
        String line = what + "  " + Words.number(done) + " of " + Words.number(all);
        if (console.isTerminal()) {
            console.redraw(line + "\n");
        } else {
            console.line(line);
        }
    }
}
