package com.sentia.schemas.topics;

import org.jspecify.annotations.Nullable;

/** Topics or subjects could not be brought to what the catalogue says; the message says which and what to do. */
public final class PreparationException extends RuntimeException {
    PreparationException(String message) {
        super(message);
    }

    PreparationException(String message, @Nullable Throwable cause) {
        super(cause == null ? message : message + ": " + cause.getMessage(), cause);
    }
}
