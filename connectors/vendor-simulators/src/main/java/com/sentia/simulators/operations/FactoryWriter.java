package com.sentia.simulators.operations;

import com.sentia.simulators.factory.Diary;
import com.sentia.simulators.factory.Factory;
import com.sentia.simulators.factory.RowChange;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the factory's time pass: writes what happened since the time the database shows, a day at most in one transaction, and moves
 * that time. What the database shows is all it goes by, so that a kill at any moment loses nothing and does nothing twice; while the
 * database is away, it waits.
 */
public final class FactoryWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FactoryWriter.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration LONGEST_STEP = Duration.ofDays(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final OperationsSettings settings;
    private final Diary diary;
    private final Instant firstDay;
    private final Instant quietFrom;
    private final Supplier<Instant> now;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "factory");
        made.setDaemon(true);
        return made;
    });

    private @Nullable OperationsDatabase database;
    private boolean isAway;

    /** Looked at by other threads too. */
    private volatile Instant writtenTo = Instant.EPOCH;

    /**
     * @param diary what there is to write
     * @param firstDay nothing happens before
     * @param quietFrom nothing happens after
     * @param now the company's clock; it never goes back
     */
    public FactoryWriter(
            OperationsSettings settings, Diary diary, Instant firstDay, Instant quietFrom, Supplier<Instant> now) {
        this.settings = settings;
        this.diary = diary;
        this.firstDay = firstDay;
        this.quietFrom = quietFrom;
        this.now = now;
    }

    public void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Everything before this has been written; the epoch until the database was looked at. */
    public Instant writtenTo() {
        return writtenTo;
    }

    private void tick() {
        try {
            OperationsDatabase open = database == null ? OperationsDatabase.open(settings) : database;
            database = open;
            if (isAway || writtenTo.equals(Instant.EPOCH)) {
                writtenTo = open.clock().orElse(firstDay);
                isAway = false;
                LOG.info("event=factory-writes from={}", writtenTo);
            }
            catchUp(open, now.get());
        } catch (SQLException e) {
            if (!isAway) {
                LOG.warn("event=factory-waits reason=\"the operations database: {}\"", e.getMessage());
            }
            isAway = true;
            forget();
        } catch (RuntimeException e) {
            // The schedule would end in silence.
            LOG.error("event=factory-failed", e);
        }
    }

    private void catchUp(OperationsDatabase open, Instant to) throws SQLException {
        while (writtenTo.isBefore(to) && !thread.isShutdown()) {
            Instant next = writtenTo.isAfter(quietFrom) ? to : earlier(to, writtenTo.plus(LONGEST_STEP));
            open.write(happened(writtenTo, next), next);
            writtenTo = next;
        }
    }

    private List<RowChange> happened(Instant after, Instant upTo) {
        if (after.isAfter(quietFrom)) {
            return List.of();
        }
        LocalDate last = Factory.dayOf(upTo);
        return Factory.dayOf(after)
                .datesUntil(last.plusDays(1))
                .flatMap(day -> diary.changes(day).stream())
                .filter(change -> change.at().isAfter(after)
                        && !change.at().isAfter(upTo)
                        && !change.at().isAfter(quietFrom))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void forget() {
        OperationsDatabase open = database;
        database = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException expected) {
                // It is given up.
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("event=factory-cut-off reason=\"a transaction took too long; it is undone\"");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forget();
    }
}
