package com.sentia.verification.bench.latency;

import com.sentia.schemas.topics.Topics;
import com.sentia.verification.bench.stack.Shop;
import com.sentia.verification.bench.stack.TopicWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Orders of other shops, placed all the time, and every shop's progress, as often as the connector tells it. */
final class BackgroundLoad implements AutoCloseable {
    private static final int LINES = 5;
    private static final int TICKS_A_SECOND = 20;
    private static final int PROGRESS_MS = 500;

    /** The least number of order lines a second, and the step of others. */
    static final int LEAST = LINES * TICKS_A_SECOND;

    private static final List<Shop> SHOPS = List.of(Shop.UK, Shop.USA);

    private final TopicWriter writer;
    private final Clock clock;
    private final AtomicLong orders;
    private final long first;
    private final long begun = System.nanoTime();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, body -> {
        Thread thread = new Thread(body, "background-load");
        thread.setDaemon(true);
        return thread;
    });

    /** @param orders the ids used so far */
    BackgroundLoad(TopicWriter writer, Clock clock, int linesPerSecond, AtomicLong orders) {
        this.writer = writer;
        this.clock = clock;
        this.orders = orders;
        this.first = orders.get();
        int ordersATick = linesPerSecond / LEAST;
        var unused = executor.scheduleAtFixedRate(
                () -> place(ordersATick), 0, 1_000 / TICKS_A_SECOND, TimeUnit.MILLISECONDS);
        var unusedToo = executor.scheduleAtFixedRate(this::tellProgress, 0, PROGRESS_MS, TimeUnit.MILLISECONDS);
    }

    /** What was really sent. */
    double linesPerSecond() {
        return (orders.get() - first) * LINES / ((System.nanoTime() - begun) / 1e9);
    }

    private void place(int count) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (int i = 0; i < count; i++) {
            long id = orders.incrementAndGet();
            RawOrder order = new RawOrder(SHOPS.get((int) (id % SHOPS.size())), id, now, now, List.of(1, 2, 3, 1, 2));
            writer.send(Topics.RAW_SHOPIFY_ORDER, order.key(), order.record());
        }
    }

    private void tellProgress() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        writer.progress(List.of(Topics.RAW_SHOPIFY_ORDER), now, now);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
