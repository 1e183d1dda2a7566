package com.sentia.launcher;

/** Something the person at the terminal has to act on: one line that says what is wrong and what to do. */
public final class LauncherException extends RuntimeException {
    /** Exit code when something could not run. */
    public static final int CANNOT_RUN = 2;

    /** Exit code when the database ground that was required can't be had here, so that a caller may do with less. */
    public static final int GROUND_MISSING = 3;

    private final int exitCode;

    public LauncherException(String line) {
        super(line);
        this.exitCode = CANNOT_RUN;
    }

    public LauncherException(String line, Throwable cause) {
        super(line, cause);
        this.exitCode = CANNOT_RUN;
    }

    private LauncherException(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    public static LauncherException groundMissing(String line) {
        return new LauncherException(GROUND_MISSING, line);
    }

    public int exitCode() {
        return exitCode;
    }
}
