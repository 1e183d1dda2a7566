package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static com.sentia.timescale.Changes.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.database.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KilledServerIT {
    private static final int BATCHES = 300;
    private static final int ROWS = 200;

    @Test
    void losesNothingWhenTheServerIsKilledInMidRun() throws Exception {
        TestingTables tables = TestingTables.empty();
        AtomicInteger written = new AtomicInteger();
        try (TestingWriter writer = TestingWriter.start(tables)) {
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> writeAll(writer, written));
            for (int kill = 1; kill <= 2; kill++) {
                awaitWritten(written, kill * BATCHES / 3, run);
                tables.postgres().kill();
                tables.postgres().restart();
            }
            run.get(2, TimeUnit.MINUTES);
            assertThat(writer.rejected).isEmpty();
        }

        assertThat(tables.rows("select count(*), sum(value)::bigint from kpi_value"))
                .containsExactly(BATCHES * ROWS + "|" + (long) BATCHES * ROWS);
    }

    @Test
    void failsWhenTheServerStaysAwayLongerThanTheSetting() {
        DatabaseAddress nobody = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/sentia", "x", "x");
        try (BatchFlush<KpiWrite> flush =
                new BatchFlush<>(nobody, new KpiBatch("kpi", 0), Duration.ofMillis(300), TimescaleSinks.failing())) {
            assertThatThrownBy(() -> flush.write(List.of(Changes.at(NOON).write())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("stayed away");
        }
    }

    @Test
    void failsAtOnceOnAMissingRight() throws Exception {
        TestingTables tables = TestingTables.empty();
        try (BatchFlush<KpiWrite> flush = new BatchFlush<>(
                tables.address(Role.SENTIA_READER),
                new KpiBatch("kpi", 0),
                Duration.ofMinutes(5),
                TimescaleSinks.failing())) {
            assertThatThrownBy(() -> flush.write(List.of(Changes.at(NOON).write())))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void writeAll(TestingWriter writer, AtomicInteger written) {
        try {
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Changes> rows = new ArrayList<>();
                for (int row = 0; row < ROWS; row++) {
                    rows.add(Changes.at(NOON + (long) (batch * ROWS + row) * ONE_MINUTE)
                            .worth("1"));
                }
                writer.write(rows.toArray(Changes[]::new));
                written.set(batch + 1);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the run failed", e);
        }
    }

    private static void awaitWritten(AtomicInteger written, int least, CompletableFuture<Void> run) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (written.get() < least && !run.isDone()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
