package com.sentia.timescale;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What one flush does in the database. The sink's writer gives it the connection, the transaction and the retries; the
 * same batch, or a part of it, may come again after a failure or when a commit's answer was lost, so writing must be idempotent.
 */
public interface BatchWriter<T> {
    /** Before the transaction, autocommit on: what outlives it, such as ids looked up or made. */
    default void prepare(Connection connection, List<T> batch) throws SQLException {
        // Most need nothing.
    }

    /** Inside the transaction, in the order the elements came. */
    void write(Connection connection, List<T> batch) throws SQLException;

    /** After the commit of what was last written. */
    default void committed() {
        // Most remember nothing.
    }

    /** Makes the writer of one subtask; travels in the job's graph. */
    @FunctionalInterface
    interface Factory<T> extends Serializable {
        BatchWriter<T> create(int subtask);
    }
}
