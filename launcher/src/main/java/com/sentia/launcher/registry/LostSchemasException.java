package com.sentia.launcher.registry;

import java.io.IOException;

/** The registry doesn't hold what its copy says it once held. */
public final class LostSchemasException extends IOException {
    LostSchemasException(String message) {
        super(message);
    }
}
