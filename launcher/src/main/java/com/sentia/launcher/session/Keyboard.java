package com.sentia.launcher.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What comes in from outside: typed by somebody, as the script can tell, or piped. */
public final class Keyboard {
    private Keyboard() {}

    /** Whether somebody is there to answer. */
    public static boolean isPresent() {
        return "1".equals(System.getenv("SENTIA_KEYBOARD"));
    }

    public static BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    /** The next line typed; empty when nobody is there. */
    public static String answer() throws IOException {
        String line = isPresent() ? lines().readLine() : null;
        return line == null ? "" : line.strip();
    }
}
