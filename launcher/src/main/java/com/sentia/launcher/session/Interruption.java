package com.sentia.launcher.session;

/**
 * Says a line when the command is told to end (Ctrl-C, SIGTERM) before it is over by itself. What the main thread was at
 * then doesn't matter: it may never say anything again, for the JVM halts when its shutdown hooks are through.
 */
public final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** From now on until {@link #over} an interruption is told with this text, below what is drawn. */
    public static Interruption announced(Console console, String text) {
        Thread hook = new Thread(() -> console.lineBelow(text), "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /**
     * Nothing is to be said any more.
     *
     * @return whether nothing was said: false when the command was interrupted before
     */
    public boolean over() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException expected) {
            // The JVM is on its way down, and the hook speaks or has spoken.
            return false;
        }
    }
}
