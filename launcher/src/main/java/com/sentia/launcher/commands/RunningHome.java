package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.HomeLock;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.session.DatabasePrograms;
import java.sql.SQLException;
import java.util.Optional;

/** The stack that some launcher runs in a home, for talking to it. */
final class RunningHome {
    private RunningHome() {}

    /** Empty when nothing runs there. */
    static Optional<Stack> stack(HomeOption option) {
        Home home = option.home();
        if (!home.exists() || HomeLock.launcher(home).isEmpty()) {
            return Optional.empty();
        }
        Home existing = home.existing();
        return Optional.of(
                new Stack(existing, Ports.of(existing), Distribution.own(), DatabasePrograms.existing(existing)));
    }

    /** @throws LauncherException when nothing runs there */
    static Stack required(HomeOption option) {
        return stack(option)
                .orElseThrow(() -> new LauncherException("no stack runs in "
                        + option.home().root() + ": start it with ./sentia demo or ./sentia up, or give --home"));
    }

    /** What to say when its database can't be asked. */
    static LauncherException withoutDatabase(SQLException e) {
        return new LauncherException("the database doesn't answer: is the stack up? (" + e.getMessage() + ")", e);
    }
}
