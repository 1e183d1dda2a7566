package com.sentia.gateway.delivery;

import org.jspecify.annotations.Nullable;

/** Kafka did not acknowledge a record in time; its sender has to send it again. It has no stack trace: it is an answer. */
public final class UndeliveredException extends RuntimeException {
    UndeliveredException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
