package com.sentia.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimescaleWriterIT {
    private static final String SEALED_ROWS = "select \"offset\", value from dead_letter order by 1";
    private static final String STORED = "select count(*) from dead_letter";

    private final ManualTime time = new ManualTime();
    private TestingTables tables;
    private TimescaleWriter<DeadLetterRow> writer;

    @BeforeEach
    void start() throws SQLException {
        tables = TestingTables.empty();
        BatchSettings settings = new BatchSettings(3, Duration.ofMillis(200), Duration.ofSeconds(10));
        writer = new TimescaleWriter<>(
                new BatchFlush<>(
                        tables.address(Role.SENTIA_WRITER),
                        TimescaleSinks.deadLetters(tables.address(Role.SENTIA_WRITER), settings)
                                .factory()
                                .create(0),
                        settings.retryFor(),
                        TimescaleSinks.failing()),
                settings,
                time);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void flushesWhenTheFirstElementHasWaitedLongEnough() throws Exception {
        write(1);
        time.advanceTo(199);
        assertThat(tables.rows(STORED)).containsExactly("0");

        time.advanceTo(200);
        assertThat(tables.rows(STORED)).containsExactly("1");

        write(2);
        time.advanceTo(400);
        assertThat(tables.rows(STORED)).containsExactly("2");
    }

    @Test
    void flushesWhenTheBatchIsFull() throws Exception {
        write(1);
        write(2);
        assertThat(tables.rows(STORED)).containsExactly("0");

        write(3);
        assertThat(tables.rows(STORED)).containsExactly("3");
    }

    @Test
    void flushesAtACheckpoint() throws Exception {
        write(1);
        writer.flush(false);

        assertThat(tables.rows(
                        "select topic, partition, \"offset\", reason, source_offset, key, value from dead_letter"))
                .containsExactly("t.rejected|0|1|unmappable-payload|7|null|\\x00ff");
    }

    @Test
    void theSamePlaceAgainStoresNothingNew() throws Exception {
        write(1);
        write(1);
        writer.flush(false);
        write(1);
        writer.flush(true);

        assertThat(tables.rows(STORED)).containsExactly("1");
    }

    @Test
    void keepsSealedBodiesFor14DaysAndOthersForLonger() throws Exception {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long tooOld = now - TimeUnit.DAYS.toMicros(15);
        write(1, "webhook-gateway", tooOld);
        write(2, "webhook-gateway", now);
        write(3, "normalizer", tooOld);
        writer.flush(false);
        tables.execute("update dead_letter set rejected_at = now() - interval '15 days' where \"offset\" = 2");
        assertThat(tables.rows(SEALED_ROWS)).containsExactly("1|null", "2|\\x00ff", "3|\\x00ff");

        write(4);
        writer.flush(false);

        assertThat(tables.rows(SEALED_ROWS)).containsExactly("1|null", "2|null", "3|\\x00ff", "4|\\x00ff");
    }

    private void write(long offset) throws Exception {
        write(offset, "normalizer", Changes.NOON);
    }

    private void write(long offset, String stage, long rejectedAt) throws Exception {
        writer.write(
                new DeadLetterRow(
                        "t.rejected",
                        0,
                        offset,
                        stage,
                        "unmappable-payload",
                        "no id",
                        "t",
                        2,
                        7,
                        null,
                        new byte[] {0, -1},
                        rejectedAt),
                new NoContext());
    }

    private static final class NoContext implements SinkWriter.Context {
        @Override
        public long currentWatermark() {
            return Long.MIN_VALUE;
        }

        @Override
        public @Nullable Long timestamp() {
            return null;
        }
    }

    /** Fires timers when the test says that time has come. */
    private static final class ManualTime implements ProcessingTimeService {
        private final NavigableMap<Long, ProcessingTimeCallback> timers = new TreeMap<>();
        private long now;

        @Override
        public long getCurrentProcessingTime() {
            return now;
        }

        @Override
        @SuppressWarnings("NullAway") // The writer only keeps it to know that a timer is set.
        public ScheduledFuture<?> registerTimer(long at, ProcessingTimeCallback callback) {
            timers.put(at, callback);
            return new java.util.concurrent.ScheduledThreadPoolExecutor(1)
                    .schedule(() -> {}, 1, java.util.concurrent.TimeUnit.DAYS);
        }

        void advanceTo(long instant) throws Exception {
            now = instant;
            while (!timers.isEmpty() && timers.firstKey() <= now) {
                timers.pollFirstEntry().getValue().onProcessingTime(now);
            }
        }
    }
}
