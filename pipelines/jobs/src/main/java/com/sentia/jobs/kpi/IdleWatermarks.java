package com.sentia.jobs.kpi;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * For a source that has no say in event time: it counts as idle from the first moments on, also while its records flow. Whoever
 * joins it to another stream goes by the other's watermark alone: this one neither holds it back, but for the part of a second
 * at the start until it has said so, nor drives it on.
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

    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
        // A record does not make it active.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
