package com.sentia.verification.facts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when. No two actions share a microsecond, so that versions of one key never tie. */
final class Timetable {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::place));
    private final Runnable afterEach;

    private Instant now;
    private long places;

    Timetable(Instant start, Runnable afterEach) {
        this.now = start;
        this.afterEach = afterEach;
    }

    Instant now() {
        return now;
    }

    void at(Instant instant, Runnable action) {
        entries.add(new Entry(instant, places++, action));
    }

    /** Runs all that is due before the end, in order; what comes after it never happens. */
    void runUntil(Instant end) {
        while (true) {
            Entry next = entries.poll();
            if (next == null || !next.at().isBefore(end)) {
                return;
            }
            Instant following = now.plus(1, ChronoUnit.MICROS);
            now = next.at().isBefore(following) ? following : next.at();
            next.action().run();
            afterEach.run();
        }
    }

    private record Entry(Instant at, long place, Runnable action) {}
}
