package com.sentia.jobs.kpi;

import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Lets change points through; ledger and progress are the database's alone. */
final class PickChangesFunction implements FlatMapFunction<KpiWrite, KpiChange> {

    @Override
    public void flatMap(KpiWrite write, Collector<KpiChange> out) {
        KpiChange change = write.change();
        if (change != null) {
            out.collect(change);
        }
    }
}
