package com.sentia.launcher.session;

import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.HomeLock;
import com.sentia.launcher.supervision.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends a stack from outside: its launcher first, which ends its parts in order, then whatever is left. */
public final class Shutdown {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private Shutdown() {}

    /** Ends all of the home's processes and says in a line what was done. */
    public static String of(Home home) throws IOException {
        Optional<ProcessHandle> launcher = HomeLock.launcher(home);
        if (launcher.isPresent()) {
            Signals.send("TERM", launcher.get());
            if (!Signals.awaitEnd(List.of(launcher.get()), PATIENCE)) {
                Signals.kill(launcher.get());
            }
        }
        int left = new Orphans(home).end();
        if (launcher.isPresent()) {
            return left == 0 ? "stopped" : "stopped; " + left + " processes had to be ended one by one";
        }
        return left == 0 ? "nothing ran" : "stopped " + left + " processes a killed launcher had left";
    }
}
