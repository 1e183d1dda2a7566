package com.sentia.timescale;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a sink flushes and how long it bears with a database that is away.
 *
 * @param size most elements in one transaction
 * @param interval longest wait of an element for its flush
 * @param retryFor how long transient failures (a lost connection, a restart, a deadlock) are retried before the job fails
 */
public record BatchSettings(int size, Duration interval, Duration retryFor) implements Serializable {
    /** What the jobs use. */
    public static final BatchSettings DEFAULT = new BatchSettings(5_000, Duration.ofMillis(200), Duration.ofMinutes(5));

    public BatchSettings {
        if (size < 1 || interval.isNegative() || interval.isZero() || retryFor.isNegative()) {
            throw new IllegalArgumentException("size and interval must be positive: " + size + ", " + interval);
        }
    }
}
