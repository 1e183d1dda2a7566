package com.sentia.schemas.codec;

import org.jspecify.annotations.Nullable;

/** Bytes that are no record of ours and never will be: trying again is useless, they belong among the dead letters. */
public final class UndecodableRecordException extends RuntimeException {
    UndecodableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
