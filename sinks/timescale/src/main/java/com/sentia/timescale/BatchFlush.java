package com.sentia.timescale;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches, each in one transaction of one connection. Retries what may pass with growing pauses, divides a batch that
 * the database refuses for its content until the one bad row is found and handed on, and lets all else fail.
 */
final class BatchFlush<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchFlush.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DatabaseAddress address;
    private final BatchWriter<T> writer;
    private final Duration retryFor;
    private final RejectedRow.Handler<T> rejected;
    private @Nullable Connection connection;

    BatchFlush(DatabaseAddress address, BatchWriter<T> writer, Duration retryFor, RejectedRow.Handler<T> rejected) {
        this.address = address;
        this.writer = writer;
        this.retryFor = retryFor;
        this.rejected = rejected;
    }

    /**
     * Returns when every row is committed or was handed to the handler.
     *
     * @throws IOException when the database stays away for longer than the setting, or refuses the statement itself
     */
    void write(List<T> batch) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + retryFor.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                writeOnce(batch);
                return;
            } catch (SQLException e) {
                abandon();
                switch (FailureKind.of(e)) {
                    case ROW -> {
                        divide(batch, e);
                        return;
                    }
                    case FATAL -> throw new IOException("the database refuses a batch: " + e.getMessage(), e);
                    case TRANSIENT -> {
                        if (System.nanoTime() + pause.toNanos() > deadline) {
                            throw new IOException(
                                    "the database at " + address + " stayed away for " + retryFor + ": "
                                            + e.getMessage(),
                                    e);
                        }
                        LOG.warn(
                                "database away, trying again rows={} state={} pause={} reason={}",
                                batch.size(),
                                e.getSQLState(),
                                pause,
                                firstLine(e));
                        Thread.sleep(pause.toMillis());
                        pause = longer(pause);
                    }
                }
            }
        }
    }

    private void writeOnce(List<T> batch) throws SQLException {
        Connection open = connection();
        open.setAutoCommit(true);
        writer.prepare(open, batch);
        open.setAutoCommit(false);
        writer.write(open, batch);
        open.commit();
        writer.committed();
    }

    /** Halves in order, so that progress still comes after the rows before it. */
    private void divide(List<T> batch, SQLException refusal) throws IOException, InterruptedException {
        if (batch.size() == 1) {
            LOG.warn("row refused by the database state={}", refusal.getSQLState());
            rejected.reject(new RejectedRow<>(batch.get(0), String.valueOf(refusal.getSQLState()), firstLine(refusal)));
            return;
        }
        int middle = batch.size() / 2;
        write(batch.subList(0, middle));
        write(batch.subList(middle, batch.size()));
    }

    private Connection connection() throws SQLException {
        Connection present = connection;
        if (present == null) {
            present = address.connect("sentia-sink");
            connection = present;
        }
        return present;
    }

    /** Whatever state the connection is in, the next try begins with a new one. */
    private void abandon() {
        Connection present = connection;
        connection = null;
        if (present != null) {
            try {
                present.close();
            } catch (SQLException expected) {
                // It is thrown away for being broken.
            }
        }
    }

    @Override
    public void close() {
        abandon();
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
