package com.sentia.jobs.kpi;

import com.sentia.analytics.rate.RateVersion;
import com.sentia.runtime.Rejection;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Parts what was read of rates: versions go on, rejections leave by a side output. */
final class SortOutRatesFunction extends ProcessFunction<RateEvent, RateVersion> {
    @Override
    public void processElement(RateEvent event, Context context, Collector<RateVersion> out) {
        RateVersion version = event.version();
        if (version != null) {
            out.collect(version);
        }
        Rejection rejection = event.rejection();
        if (rejection != null) {
            context.output(SortOutFunction.REJECTED, rejection);
        }
    }
}
