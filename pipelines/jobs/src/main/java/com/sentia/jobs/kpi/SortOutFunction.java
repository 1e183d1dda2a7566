package com.sentia.jobs.kpi;

import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnitProgress;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts what was read: changes go on, progress and rejections leave by side outputs. */
final class SortOutFunction extends ProcessFunction<CanonicalEvent, EntityChange> {
    static final OutputTag<UnitProgress> PROGRESS = new OutputTag<>("progress", TypeInformation.of(UnitProgress.class));
    static final OutputTag<Rejection> REJECTED = new OutputTag<>("rejected", TypeInformation.of(Rejection.class));

    @Override
    public void processElement(CanonicalEvent event, Context context, Collector<EntityChange> out) {
        EntityChange change = event.change();
        if (change != null) {
            out.collect(change);
        }
        UnitProgress progress = event.progress();
        if (progress != null) {
            context.output(PROGRESS, progress);
        }
        Rejection rejection = event.rejection();
        if (rejection != null) {
            context.output(REJECTED, rejection);
        }
    }
}
