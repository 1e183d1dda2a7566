package com.sentia.database;

/** The server can't be had, prepared or started; the message is one line that says what to do or what was attempted. */
public final class GroundException extends RuntimeException {
    public GroundException(String message) {
        super(message);
    }

    public GroundException(String message, Throwable cause) {
        super(message, cause);
    }
}
