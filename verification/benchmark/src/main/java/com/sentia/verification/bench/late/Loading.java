package com.sentia.verification.bench.late;

import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.bench.stack.TopicWriter;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Brings the history into the stack, day by day as a source that is read to its end each day, and waits for all of it. */
final class Loading {
    private static final List<Topic> TOPICS = List.of(Topics.SALES_ORDER, Topics.SALES_REFUND);
    private static final long LOOK_EVERY_MS = 1_000;
    private static final int TELL_EVERY = 15;

    private final Sales sales;
    private final TopicWriter writer;
    private final KpiTables tables;
    private final Clock clock;
    private final Duration patience;

    Loading(Sales sales, TopicWriter writer, KpiTables tables, Clock clock, Duration patience) {
        this.sales = sales;
        this.writer = writer;
        this.tables = tables;
        this.clock = clock;
        this.patience = patience;
    }

    void send(FactTable facts) throws SQLException, IOException {
        LocalDate day = LocalDate.EPOCH;
        for (long index = 0; index < sales.orders(); index++) {
            SalesOrder order = sales.order(index);
            LocalDate placed = LocalDate.ofInstant(order.getPlacedAt(), ZoneOffset.UTC);
            if (placed.isAfter(day)) {
                progress(placed.atStartOfDay(ZoneOffset.UTC).toInstant());
                day = placed;
            }
            writer.send(Topics.SALES_ORDER, Sales.key(order), order);
            facts.add(order);
        }
        progress(sales.end());
        writer.flush();
    }

    void progress(Instant completeTo) {
        writer.progress(TOPICS, completeTo, clock.instant());
    }

    /** Returns when everything before that instant is final in the tables. */
    void awaitFinal(Instant wanted) throws SQLException, IOException, InterruptedException {
        Optional<Instant> last = Optional.empty();
        long moved = System.nanoTime();
        int looks = 0;
        while (true) {
            Optional<Instant> now = tables.finalTo();
            if (now.isPresent() && !now.get().isBefore(wanted)) {
                return;
            }
            if (!now.equals(last)) {
                last = now;
                moved = System.nanoTime();
            }
            if (System.nanoTime() - moved > patience.toNanos()) {
                throw new IOException(
                        "the KPI job has stood at " + now.map(Instant::toString).orElse("the beginning") + " for "
                                + patience + ": see its log, or give it more time by --patience");
            }
            if (looks++ % TELL_EVERY == 0) {
                System.out.printf(
                        "loaded to %s of %s%n", now.map(Instant::toString).orElse("nothing"), wanted);
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }
}
