package com.sentia.gateway.allowed;

/** A body is no JSON object. The message says where it stops being one, and nothing of what it holds. */
public final class UnreadableBodyException extends Exception {
    private final String where;

    UnreadableBodyException(String where) {
        super(where);
        this.where = where;
    }

    /** Its message. */
    public String where() {
        return where;
    }
}
