package com.sentia.launcher.session;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends what the launcher itself logs to its home. */
public final class LauncherLog {
    private static final String PREFIX = "org.slf4j.simpleLogger.";
    private static final String LEVEL = PREFIX + "log.com.sentia";

    private LauncherLog() {}

    /** To be called before anything is logged: the first logger that is made settles where all write to. */
    public static void to(Home home) {
        Path file = home.log("launcher");
        try {
            Files.createDirectories(home.logs());
            if (Files.exists(file)) {
                Files.move(file, home.log("launcher.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LauncherException("no write access to " + home.logs() + ": change its owner", e);
        }
        System.setProperty(PREFIX + "logFile", file.toString());
        System.setProperty(PREFIX + "showDateTime", "true");
        System.setProperty(PREFIX + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        System.setProperty(PREFIX + "defaultLogLevel", "warn");
        System.setProperty(LEVEL, "info");
        // A broker that isn't up yet is told by the parts' states.
        System.setProperty(PREFIX + "log.org.apache.kafka", "error");
    }
}
