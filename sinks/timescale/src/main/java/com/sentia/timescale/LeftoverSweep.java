package com.sentia.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes change points that a lost run wrote and the present one, on its other way through the same records, never touched.
 *
 * <p>Why it deletes those and no others. A writer that started from a state final to R writes, rewrites or deletes the row of
 * every window end in (R, F] of its own series by the time it reports final to F. So of its series, the right rows in (R, F]
 * carry its generation or a later one; an older generation there is a leftover. With several subtasks a row doesn't tell
 * whose series it is of, so the statement is made for all at once: in (greatest R, least F], a row whose generation
 * is below the least registered one is wrong whoever owns it. That holds even while some subtasks of a new start haven't
 * registered yet: the row of the start before still speaks truly for its own series. If the parallelism changed,
 * ownership did too: nothing is swept until all subtasks of the new one have registered and reported.
 *
 * <p>The work ends when the least F has passed every end that was in the table when the writers started. The writers' rows are
 * locked meanwhile, so that two reports can't each miss the other's. Runs in the transaction of the report: nobody sees a
 * final span with leftovers in it.
 */
final class LeftoverSweep {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverSweep.class);

    private final String job;
    private @Nullable Span done;
    private @Nullable Span doing;

    LeftoverSweep(String job) {
        this.job = job;
    }

    /** Window ends swept: after {@code from}, to {@code to}, of generations below {@code oldest}. */
    private record Span(OffsetDateTime from, OffsetDateTime to, long oldest, boolean complete) {}

    boolean isPending(long generation) {
        Span last = done;
        return last == null || !last.complete() || last.oldest() > generation;
    }

    /** At the begin of a transaction: what an earlier one did but didn't commit is forgotten. */
    void begin() {
        doing = null;
    }

    /** After the transaction that swept was committed. */
    void committed() {
        if (doing != null) {
            done = doing;
            doing = null;
        }
    }

    /** After this writer's progress was written, in the same transaction. */
    void run(Connection connection) throws SQLException {
        Span wanted = span(connection);
        if (wanted == null) {
            return;
        }
        OffsetDateTime from = wanted.from();
        Span last = done;
        if (last != null && last.oldest() == wanted.oldest() && last.from().equals(wanted.from())) {
            from = last.to();
        }
        if (from.isBefore(wanted.to())) {
            delete(connection, from, wanted);
        }
        doing = wanted;
    }

    private @Nullable Span span(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Statements.text("sql/sweep-span.sql"))) {
            statement.setString(1, job);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                OffsetDateTime finalTo = rows.getObject("final_to", OffsetDateTime.class);
                OffsetDateTime lostTo = rows.getObject("lost_to", OffsetDateTime.class);
                if (finalTo == null) {
                    return null;
                }
                return new Span(
                        rows.getObject("restored_to", OffsetDateTime.class),
                        finalTo,
                        rows.getLong("oldest_generation"),
                        lostTo == null || !finalTo.isBefore(lostTo));
            }
        }
    }

    private void delete(Connection connection, OffsetDateTime from, Span span) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Statements.text("sql/sweep-leftovers.sql"))) {
            statement.setObject(1, from);
            statement.setObject(2, span.to());
            statement.setString(3, job);
            statement.setLong(4, span.oldest());
            int swept = statement.executeUpdate();
            if (swept > 0) {
                LOG.info("leftovers of a lost run swept job={} rows={} from={} to={}", job, swept, from, span.to());
            }
        }
    }
}
