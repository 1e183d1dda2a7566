package com.sentia.schemas.codec;

import org.jspecify.annotations.Nullable;

/** The registry did not answer, so nothing is known about the record: try again later. */
public final class RegistryUnavailableException extends RuntimeException {
    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
