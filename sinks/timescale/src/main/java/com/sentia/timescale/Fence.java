package com.sentia.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Holds a writer's row in {@code kpi_writer} for the length of a flush, and refuses a writer that is no longer the registered
 * one. A newer start waits for the flush, then fences it off; there is no moment in which both write.
 */
final class Fence {
    private Fence() {}

    /** @param wholeJob whether to hold the rows of all its writers, in order, as a sweep needs */
    static void hold(Connection connection, String job, int subtask, long generation, boolean wholeJob)
            throws SQLException {
        String query = "select subtask, generation from kpi_writer where job = ?" + (wholeJob ? "" : " and subtask = ?")
                + " order by subtask for update";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, job);
            if (!wholeJob) {
                statement.setInt(2, subtask);
            }
            check(statement, job, subtask, generation);
        }
    }

    private static void check(PreparedStatement statement, String job, int subtask, long generation)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getInt(1) == subtask) {
                    if (rows.getLong(2) == generation) {
                        return;
                    }
                    throw new FencedWriterException(
                            job, subtask, "its generation is " + generation + ", registered is " + rows.getLong(2));
                }
            }
        }
        throw new FencedWriterException(job, subtask, "generation " + generation + " is not registered");
    }
}
