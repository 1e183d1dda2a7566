package com.sentia.simulators.retail;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Moves the file's local dates by whole weeks and makes instants of them. */
public record DateShift(int weeks) {
    /** The time zone of the file's dates. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final long WEEK = Duration.ofDays(7).toSeconds();

    /** The largest shift that leaves the last local date-time not after now. */
    public static DateShift endingBy(long nowSecond, long lastLocalSecond) {
        long nowLocal = LocalDateTime.ofEpochSecond(
                        nowSecond, 0, ZONE.getRules().getOffset(java.time.Instant.ofEpochSecond(nowSecond)))
                .toEpochSecond(ZoneOffset.UTC);
        return new DateShift(Math.toIntExact(Math.floorDiv(nowLocal - lastLocalSecond, WEEK)));
    }

    /** Epoch second of a local date-time after the shift; overlaps take the earlier, gaps move on. */
    public long instant(long localSecond) {
        return LocalDateTime.ofEpochSecond(localSecond + weeks * WEEK, 0, ZoneOffset.UTC)
                .atZone(ZONE)
                .toEpochSecond();
    }
}
