package com.sentia.launcher.session;

import com.sentia.database.Durability;
import com.sentia.database.Ground;
import com.sentia.database.GroundAcquisition;
import com.sentia.database.GroundException;
import com.sentia.database.Installation;
import com.sentia.database.PostgresServer;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.parts.PartNames;
import java.util.Locale;

/** The database the stack stands on: which ground it has, and whether that is enough. */
public final class DatabasePrograms {
    private DatabasePrograms() {}

    /** Prepares the home's server; refuses a ground that is less than the one required. */
    static PostgresServer prepare(Home home, Ports ports, Ground required, Console console) {
        try {
            Installation installation = GroundAcquisition.acquire(GroundAcquisition.defaultCache(), console::line);
            requireGround(installation, required);
            console.line("database ground: " + installation.line());
            return PostgresServer.prepare(
                    installation, home.state(PartNames.POSTGRES), ports.number(Port.POSTGRES), Durability.MACHINE);
        } catch (GroundException e) {
            throw new LauncherException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The server of a home that was prepared before, for talking to it. */
    public static PostgresServer existing(Home home) {
        try {
            return PostgresServer.prepare(
                    GroundAcquisition.acquire(GroundAcquisition.defaultCache(), line -> {}),
                    home.state(PartNames.POSTGRES),
                    Ports.of(home).number(Port.POSTGRES),
                    Durability.MACHINE);
        } catch (GroundException e) {
            throw new LauncherException(String.valueOf(e.getMessage()), e);
        }
    }

    static void requireGround(Installation installation, Ground required) {
        if (!installation.ground().satisfies(required)) {
            throw LauncherException.groundMissing(
                    "the database ground " + required.name().toLowerCase(Locale.ROOT)
                            + " is required, this machine has: " + installation.line()
                            + "; see that the package source is reachable, or leave out --require-ground");
        }
    }
}
