package com.sentia.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * The generation of one start of one parallel writer. Taking it fences off the start before: from then on its flushes fail.
 *
 * <p>A job's subtask takes one when it opens, before it emits anything, and puts it into every {@link KpiChange} and
 * {@link WriterProgress}.
 */
public final class WriterGeneration {
    private WriterGeneration() {}

    /**
     * Takes and registers the next generation, in one transaction, committed on return.
     *
     * @param connection as the writer role, autocommit on
     * @param restoredFinalToMicros final-to in the state this start begins with; null when it begins from nothing. The
     *     table's final_to goes back to it: what lies beyond is being computed again and is open until then
     * @return greater than every generation taken before
     */
    public static long take(
            Connection connection, String job, int subtask, int parallelism, @Nullable Long restoredFinalToMicros)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            forgetSurplusSubtasks(connection, job, parallelism);
            long generation = register(connection, job, subtask, parallelism, restoredFinalToMicros);
            connection.commit();
            return generation;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Subtasks beyond the new parallelism are fenced off for good: they have no row any more. */
    private static void forgetSurplusSubtasks(Connection connection, String job, int parallelism) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from kpi_writer where job = ? and subtask >= ?")) {
            statement.setString(1, job);
            statement.setInt(2, parallelism);
            statement.executeUpdate();
        }
    }

    private static long register(
            Connection connection, String job, int subtask, int parallelism, @Nullable Long restoredFinalTo)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Statements.text("sql/take-generation.sql"))) {
            statement.setString(1, job);
            statement.setInt(2, subtask);
            statement.setInt(3, parallelism);
            statement.setString(4, job);
            if (restoredFinalTo == null) {
                statement.setNull(5, Types.BIGINT);
            } else {
                statement.setLong(5, restoredFinalTo);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new FencedWriterException(job, subtask, "a later start of it registered meanwhile");
                }
                return rows.getLong(1);
            }
        }
    }
}
