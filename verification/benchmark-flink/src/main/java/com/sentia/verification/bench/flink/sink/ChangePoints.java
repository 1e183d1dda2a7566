package com.sentia.verification.bench.flink.sink;

import com.sentia.timescale.KpiChange;
import com.sentia.verification.bench.bare.BareRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The change points that are written, the same for all: a hundred series of net sales, a value every five minutes. */
final class ChangePoints {
    static final int SERIES = 100;

    private static final long STEP_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;
    private static final long FIRST_END_MICROS = 1_767_571_200_000_000L;
    private static final int DECIMALS = 6;

    private ChangePoints() {}

    /**
     * One of them.
     *
     * @param generation of the sink's writer
     * @param time how often this point has been written before: each time with another value
     */
    static KpiChange at(long index, long generation, int time) {
        BigDecimal gross = BigDecimal.valueOf(unscaled(index, time), DECIMALS);
        return new KpiChange(
                "net_sales",
                1,
                Map.of("region", "R" + index % SERIES, "source", "bench"),
                "24h/5m",
                end(index),
                false,
                gross,
                List.of(gross, BigDecimal.ZERO, BigDecimal.ZERO),
                1 + index % 1_000,
                0,
                false,
                List.of(),
                end(index),
                generation,
                1L + time);
    }

    /** The same as a bare row; its series has no name. */
    static BareRow bare(long index, long generation, int time) {
        KpiChange change = at(index, generation, time);
        return new BareRow(
                1 + (int) (index % SERIES),
                change.windowEndMicros(),
                change.value(),
                "{" + change.value() + ",0,0}",
                change.factCount(),
                change.revision(),
                "{}",
                change.updatedAtMicros(),
                change.generation(),
                change.sequence());
    }

    /** What the values of the first so many add up to. */
    static BigDecimal sum(long rows, int time) {
        long sum = 0;
        for (long index = 0; index < rows; index++) {
            sum = Math.addExact(sum, unscaled(index, time));
        }
        return BigDecimal.valueOf(sum, DECIMALS);
    }

    private static long unscaled(long index, int time) {
        return index * 1_237 + time + 1;
    }

    private static long end(long index) {
        return FIRST_END_MICROS + index / SERIES * STEP_MICROS;
    }
}
