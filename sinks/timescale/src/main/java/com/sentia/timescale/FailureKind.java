package com.sentia.timescale;

import java.sql.SQLException;
import java.util.Set;

/** What a database error calls for; decided here and nowhere else. */
enum FailureKind {
    /** The database is away, restarting, out of room or in a deadlock: the same again may succeed. */
    TRANSIENT,
    /** A row holds what the table refuses: the batch is divided until the row is found. */
    ROW,
    /** Anything else (a missing table, a missing right, a fenced writer): the job must fail. */
    FATAL;

    private static final Set<String> TRANSIENT_STATES =
            Set.of("40001", "40P01", "55P03", "25P03", "57P01", "57P02", "57P03", "57P05", "25006", "58030");

    static FailureKind of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return failure.getCause() instanceof java.io.IOException ? TRANSIENT : FATAL;
        }
        if (state.startsWith("08") || state.startsWith("53") || TRANSIENT_STATES.contains(state)) {
            return TRANSIENT;
        }
        return state.startsWith("22") || state.startsWith("23") ? ROW : FATAL;
    }
}
