package com.sentia.launcher;

/** Something the person at the terminal has to act on: one line that says what is wrong and what to do. */
public final class LauncherException extends RuntimeException {
    public LauncherException(String line) {
        super(line);
    }

    public LauncherException(String line, Throwable cause) {
        super(line, cause);
    }
}
