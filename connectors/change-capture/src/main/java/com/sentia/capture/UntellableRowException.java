package com.sentia.capture;

import org.apache.kafka.connect.errors.DataException;

/** One row holds what can't be told, such as a time beyond the calendar. The others of its table can go on. */
final class UntellableRowException extends DataException {
    private static final long serialVersionUID = 1;

    /** @param message names the column and what is wrong, never its content */
    UntellableRowException(String message) {
        super(message);
    }
}
