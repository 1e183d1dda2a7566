package com.sentia.connectors.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Reads several units in turn, one step each, so that one that waits, fails or was refused holds up none of the others.
 * While a unit fails its heartbeat goes on with what was known before.
 */
public final class UnitRotation {
    /** Bounds a poll that finds nothing, so that the worker gets its thread back. */
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(1);

    private final List<UnitTurn> turns;
    private final Clock clock;
    private final Sleeper sleeper;
    private int next;

    public UnitRotation(
            List<? extends UnitFeed> feeds, Backoff backoff, Duration stoppedRetry, Clock clock, Sleeper sleeper) {
        Instant now = clock.instant();
        this.turns = feeds.stream()
                .map(feed -> new UnitTurn(feed, backoff, stoppedRetry, now))
                .toList();
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * The records of the next step of the next unit that is due, and heartbeats; empty when no unit is due.
     *
     * @throws StoppedException when the task was asked to stop meanwhile
     */
    public List<SourceRecord> poll() {
        Instant now = clock.instant();
        List<SourceRecord> records = new ArrayList<>();
        boolean read = false;
        for (int i = 0; i < turns.size() && !read; i++) {
            UnitTurn turn = turns.get(Math.floorMod(next + i, turns.size()));
            if (!turn.due().isAfter(now)) {
                next = next + i + 1;
                read = true;
                records.addAll(turn.take(now));
            }
        }
        for (UnitTurn turn : turns) {
            records.addAll(turn.heartbeat(clock.instant()));
        }
        if (!read && records.isEmpty()) {
            sleeper.sleep(untilNextDue(now));
        }
        return records;
    }

    /** Gives a unit's feeds their turns at once, whatever they wait for. */
    public void wake(SourceUnit unit) {
        Instant now = clock.instant();
        turns.forEach(turn -> turn.wake(unit, now));
    }

    private Duration untilNextDue(Instant now) {
        Duration shortest = LONGEST_SLEEP;
        for (UnitTurn turn : turns) {
            Duration left = Duration.between(now, turn.due());
            shortest = left.compareTo(shortest) < 0 ? left : shortest;
        }
        return shortest.compareTo(SHORTEST_SLEEP) < 0 ? SHORTEST_SLEEP : shortest;
    }
}
