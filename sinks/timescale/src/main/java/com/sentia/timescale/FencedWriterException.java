package com.sentia.timescale;

import java.sql.SQLException;

/** A newer start of the same writer has registered: this one is a zombie and must not write. */
public final class FencedWriterException extends SQLException {
    static final String STATE = "SF001";

    public FencedWriterException(String job, int subtask, String reason) {
        super("writer " + job + "/" + subtask + " is fenced off: " + reason, STATE);
    }
}
