package com.sentia.timescale;

import com.sentia.database.Role;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One subtask of a KPI job as the sink sees it: takes a generation, then flushes batches. */
final class TestingWriter implements AutoCloseable {
    static final String JOB = "kpi";

    final List<RejectedRow<KpiWrite>> rejected = new ArrayList<>();
    private final int subtask;
    private final int parallelism;
    private final long generation;
    private final BatchFlush<KpiWrite> flush;

    private TestingWriter(TestingTables tables, int subtask, int parallelism, @Nullable Long restoredTo)
            throws SQLException {
        DatabaseAddress address = tables.address(Role.SENTIA_WRITER);
        this.subtask = subtask;
        this.parallelism = parallelism;
        try (Connection connection = address.connect("test")) {
            this.generation = WriterGeneration.take(connection, JOB, subtask, parallelism, restoredTo);
        }
        this.flush = new BatchFlush<>(address, new KpiBatch(JOB, subtask), Duration.ofSeconds(60), rejected::add);
    }

    static TestingWriter start(TestingTables tables) throws SQLException {
        return new TestingWriter(tables, 0, 1, null);
    }

    static TestingWriter restore(TestingTables tables, int subtask, int parallelism, @Nullable Long restoredTo)
            throws SQLException {
        return new TestingWriter(tables, subtask, parallelism, restoredTo);
    }

    long generation() {
        return generation;
    }

    void write(KpiWrite... batch) throws IOException, InterruptedException {
        flush.write(List.of(batch));
    }

    /** Change points of this writer's generation. */
    void write(Changes... batch) throws IOException, InterruptedException {
        List<KpiWrite> writes = new ArrayList<>();
        for (Changes change : batch) {
            writes.add(change.by(generation, change.sequence()).write());
        }
        flush.write(writes);
    }

    void finalTo(long micros) throws IOException, InterruptedException {
        write(progress(micros));
    }

    KpiWrite progress(long micros) {
        return KpiWrite.of(
                new WriterProgress(JOB, subtask, parallelism, generation, micros, Map.of("late_records", 3L)));
    }

    @Override
    public void close() {
        flush.close();
    }
}
