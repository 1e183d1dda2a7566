package com.sentia.queryapi.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Chooses how wide the cells of a coarser grid are, so that a range has at most so many of them. */
public final class Resolution {
    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(4),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1));

    private Resolution() {}

    /** Cells lie on multiples since the epoch, so a range can touch one more than it is long: hence one to spare. */
    public static Duration fitting(Instant from, Instant to, int most) {
        double seconds = (double) Duration.between(from, to).toSeconds() / Math.max(1, most - 1);
        for (Duration step : STEPS) {
            if (step.toSeconds() >= seconds) {
                return step;
            }
        }
        return Duration.ofDays((long) Math.ceil(seconds / Duration.ofDays(1).toSeconds()));
    }
}
