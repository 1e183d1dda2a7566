package com.sentia.launcher.commands;

import com.sentia.launcher.home.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stack's state is: an option every command has. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Folder that holds the stack's state (default: ~/.local/share/sentia).")
    @Nullable
    Path folder;

    boolean isGiven() {
        return folder != null;
    }

    Home home() {
        return new Home(folder == null ? Home.defaultRoot() : folder);
    }

    /** The home, which something must have run in before. */
    Home existing() {
        return home().existing();
    }
}
