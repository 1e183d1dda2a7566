package com.sentia.launcher.demo;

import com.sentia.launcher.status.DatabaseLook;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches for the first KPI value in the database. */
final class FirstValue implements Runnable {
    private static final Duration EVERY = Duration.ofMillis(200);

    private final DatabaseLook database;
    private final StopWatch watch;
    private volatile @Nullable Duration seen;

    FirstValue(DatabaseLook database, StopWatch watch) {
        this.database = database;
        this.watch = watch;
    }

    static FirstValue watching(DatabaseLook database, StopWatch watch) {
        FirstValue first = new FirstValue(database, watch);
        Thread thread = new Thread(first, "first-value");
        thread.setDaemon(true);
        thread.start();
        return first;
    }

    /** How long it took from the command's start; empty while there is none. */
    Optional<Duration> after() {
        return Optional.ofNullable(seen);
    }

    @Override
    public void run() {
        try (database) {
            while (seen == null) {
                Thread.sleep(EVERY.toMillis());
                look();
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (database.hasValues()) {
                seen = watch.elapsed();
            }
        } catch (SQLException expected) {
            // No database or no table yet.
        }
    }
}
