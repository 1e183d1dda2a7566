package com.sentia.verification.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of an order: the event of the benchmark.
 *
 * @param line place within the order, from 0; the order itself is counted with its line 0
 * @param timeMicros when the order was placed, UTC
 * @param priceMicros price of one unit, millionths of the currency
 */
public record OrderLine(
        long order, int line, long timeMicros, String region, String sku, long units, long priceMicros) {
    /** No line is older; microseconds, UTC. */
    public static final long EARLIEST = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-01-05T00:00:00Z"));

    /** What the line is worth, in millionths of the currency. */
    public long amountMicros() {
        return Math.multiplyExact(units, priceMicros);
    }

    public boolean isFirst() {
        return line == 0;
    }
}
