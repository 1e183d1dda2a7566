package com.sentia.launcher.commands;

import com.sentia.launcher.home.Home;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.Shutdown;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sentia down}: nothing of the stack is left running, whoever started it. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops the stack of this home, and whatever a killed launcher left of it.")
final class DownCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() throws IOException {
        Home existing = home.home();
        Console console = Console.of(Commands.out(spec));
        console.line(existing.exists() ? Shutdown.of(existing) : "nothing runs in " + existing.root());
        return 0;
    }
}
