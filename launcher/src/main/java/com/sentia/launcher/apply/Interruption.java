package com.sentia.launcher.apply;

import com.sentia.launcher.session.Console;

/** Says, when the command is interrupted while it waits, how things stand and what to do. */
final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption announced(Console console, String deployment) {
        Thread hook = new Thread(
                () -> console.line("interrupted: nothing has switched; " + deployment
                        + " goes on computing, and the same command goes on with it."
                        + " Applying the former catalogue gives it up"),
                "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    void over() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException expected) {
            // The command is on its way down, and the hook has spoken.
        }
    }
}
