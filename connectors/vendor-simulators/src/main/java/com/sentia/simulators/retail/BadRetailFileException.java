package com.sentia.simulators.retail;

/** The data file can't be used; the message is one line that says which file and what is wrong with it. */
public final class BadRetailFileException extends RuntimeException {
    public BadRetailFileException(String message) {
        super(message);
    }
}
