package com.sentia.simulators.factory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When a line works on one operation: two shifts a day, each with its hours for each operation of the line.
 *
 * @param index its number within the day
 */
record Shift(int index, LocalTime from, LocalTime to) {
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Whole hours in which machines are on; readings are taken at their ends. */
    static final int FIRST_HOUR = 6;

    static final int LAST_HOUR = 22;

    private static final Shift EARLY = new Shift(1, LocalTime.of(6, 0), LocalTime.of(9, 30));
    private static final Shift FORENOON = new Shift(2, LocalTime.of(10, 0), LocalTime.of(13, 45));
    private static final Shift AFTERNOON = new Shift(3, LocalTime.of(14, 0), LocalTime.of(17, 30));
    private static final Shift LATE = new Shift(4, LocalTime.of(18, 0), LocalTime.of(21, 45));

    static final List<Shift> ALL = List.of(EARLY, FORENOON, AFTERNOON, LATE);

    /** An instant of a day by the factory's clocks. */
    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    Instant start(LocalDate day) {
        return at(day, from);
    }

    Instant end(LocalDate day) {
        return at(day, to);
    }

    long millis() {
        return Duration.between(from, to).toMillis();
    }
}
