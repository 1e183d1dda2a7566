package com.sentia.queryapi.database;

import com.sentia.queryapi.http.Problem;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** Says what a database failure means to the caller: not there, not ready, too slow, or a fault of ours. */
final class DatabaseProblems {
    private static final Problem AWAY =
            Problem.unavailable("database-unavailable", "the database can't be reached; it is tried again by itself");

    private DatabaseProblems() {}

    static Throwable of(Throwable failure) {
        if (!(failure instanceof PgException answer)) {
            return AWAY.asException();
        }
        Problem problem = ofState(answer.getSqlState());
        return problem == null ? answer : problem.asException();
    }

    /** Null for a state that means a fault of ours, such as a syntax error. */
    static @Nullable Problem ofState(@Nullable String state) {
        if (state == null) {
            return AWAY;
        }
        return switch (state) {
            case "42P01", "42703", "42883", "42501", "3D000", "3F000", "0A000" ->
                Problem.unavailable("database-not-ready", "the database has not been prepared (migrated) yet");
            case "57014" -> Problem.unavailable("query-timeout", "the question took too long; ask for a shorter range");
            default -> isPassing(state) ? AWAY : null;
        };
    }

    /** Connection lost, refused or not authorised, server going down or coming up, out of resources. */
    private static boolean isPassing(String state) {
        return state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58");
    }
}
