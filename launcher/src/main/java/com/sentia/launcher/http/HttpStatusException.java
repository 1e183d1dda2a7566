package com.sentia.launcher.http;

import java.io.IOException;

/** A part answered, but not with what was asked for. */
public final class HttpStatusException extends IOException {
    private final int status;

    public HttpStatusException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
