package com.sentia.launcher.session;

import java.io.PrintWriter;

/** Where people read what the launcher does: a terminal, on which lines can be redrawn, or a pipe, on which they can't. */
public final class Console {
    private static final String WRAP_OFF = "\u001b[?7l";
    private static final String WRAP_ON = "\u001b[?7h";

    private final PrintWriter out;
    private final boolean terminal;
    private int drawn;

    public Console(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** The program's standard output; the script tells whether it is a terminal. */
    public static Console of(PrintWriter out) {
        return new Console(out, "1".equals(System.getenv("SENTIA_TERMINAL")));
    }

    public boolean isTerminal() {
        return terminal;
    }

    /** A line that stays. */
    public synchronized void line(String text) {
        erase();
        out.println(text);
        out.flush();
    }

    /** A block of lines that takes the place of the last one; for terminals only. */
    public synchronized void redraw(String block) {
        erase();
        // A line that wrapped would be two to go up over.
        out.print(WRAP_OFF + block + WRAP_ON);
        out.flush();
        drawn = (int) block.chars().filter(c -> c == '\n').count();
    }

    /** Leaves the last block standing: what follows comes below it. */
    public synchronized void keepDrawn() {
        drawn = 0;
    }

    /** A line that stays, below the last block, which stays too. */
    public synchronized void lineBelow(String text) {
        keepDrawn();
        line(text);
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }
}
