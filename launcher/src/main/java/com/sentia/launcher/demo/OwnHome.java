package com.sentia.launcher.demo;

import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.session.Console;
import java.io.IOException;
import java.nio.file.Files;

/** Makes a home for one run alone, with ports that are free. */
final class OwnHome {
    private OwnHome() {}

    /** @param what the run does, as the console is told, and as the folder's name begins */
    static Home of(String what, Console console) throws IOException {
        Home home = new Home(Files.createTempDirectory("sentia-" + what + "-")).open();
        int offset = Ports.freeOffset();
        if (offset > 0) {
            Ports.keepOffset(home, offset);
        }
        console.line(what + " in " + home.root() + (offset == 0 ? "" : ", ports moved by " + offset));
        return home;
    }
}
