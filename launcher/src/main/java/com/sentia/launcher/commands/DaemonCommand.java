package com.sentia.launcher.commands;

import com.sentia.launcher.home.Home;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.StackSession;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The launcher that {@code up} leaves running: not for people. */
@Command(name = "daemon", hidden = true, description = "Runs the stack until it is told to end.")
final class DaemonCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    GroundOption ground = new GroundOption();

    @Override
    public Integer call() throws InterruptedException {
        Home opened = home.home();
        Console console = Console.of(Commands.out(spec));
        try (StackSession session = StackSession.open(opened, ground.required(), StackDefaults.of(opened), console)) {
            while (!session.isClosing()) {
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        }
        return 0;
    }
}
