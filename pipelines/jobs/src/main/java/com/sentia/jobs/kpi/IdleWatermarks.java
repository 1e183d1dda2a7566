package com.sentia.jobs.kpi;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * For a source that has no say in event time: once what was there at the start has been read, it counts as idle for good, also
 * while its records flow. Whoever joins it to another stream goes by the other's watermark alone: this one holds it back only until
 * no record has come for a second, so that what is known at the start is known before anything becomes final, and never drives
 * it on.
 *
 * <p>Idleness after a time without records ({@link WatermarkStrategy#withIdleness}) would not do: each record makes such a source
 * active again, and as it has no watermark, event time would stand still everywhere behind it until that time is over, with a
 * record now and then for good. Nor would the greatest watermark: when all partitions of the other stream are idle for a
 * moment, it would end event time.
 */
final class IdleWatermarks<T> implements WatermarkGenerator<T> {
    static <T> WatermarkStrategy<T> strategy() {
        return WatermarkStrategy.forGenerator(context -> new IdleWatermarks<>());
    }

    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();

    private boolean isIdle;
    private long latestNanos = System.nanoTime();

    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
        latestNanos = System.nanoTime();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        isIdle |= System.nanoTime() - latestNanos >= QUIET_NANOS;
        if (isIdle) {
            output.markIdle();
        }
    }
}
