package com.sentia.simulators;

/** The simulator can't start; the message is one line that says what to do. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String message) {
        super(message);
    }
}
