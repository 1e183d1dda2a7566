package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Scratch;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.Keyboard;
import com.sentia.launcher.session.Shutdown;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentia reset}: the next start begins from nothing. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Stops the stack and deletes everything its home holds: data, logs, settings.")
final class ResetCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Option(names = "--yes", description = "Don't ask.")
    boolean yes;

    @Override
    public Integer call() throws IOException {
        Home existing = home.existing();
        Console console = Console.of(Commands.out(spec));
        if (!yes && !confirmed(existing)) {
            throw new LauncherException("nothing was deleted; to delete without being asked: ./sentia reset --yes");
        }
        Shutdown.of(existing);
        // A folder given as home stays: its owner may have made it.
        Scratch.empty(existing.root());
        console.line("deleted " + existing.root());
        return 0;
    }

    private boolean confirmed(Home home) throws IOException {
        if (!Keyboard.isPresent()) {
            return false;
        }
        PrintWriter out = Commands.out(spec);
        out.print("Delete everything in " + home.root() + "? [y/N] ");
        out.flush();
        return Keyboard.answer().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
