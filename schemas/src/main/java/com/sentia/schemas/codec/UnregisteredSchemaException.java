package com.sentia.schemas.codec;

import org.jspecify.annotations.Nullable;

/** A record can't be written because its schema is not registered for the topic; preparation must run first. */
public final class UnregisteredSchemaException extends RuntimeException {
    UnregisteredSchemaException(String subject, @Nullable Throwable cause) {
        super("subject " + subject + " does not hold this program's schema: prepare topics and subjects first", cause);
    }
}
