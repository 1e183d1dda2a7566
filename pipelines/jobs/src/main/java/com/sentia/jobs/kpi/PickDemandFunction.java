package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.DailyDemand;
import java.time.ZoneId;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * What versions change of units sold, apart by article and business day. The ledger names a cause once for a series, and an order may move
 * from day to day: so each day has a cause of its own.
 */
final class PickDemandFunction extends RichFlatMapFunction<VersionEffect, DemandMove> {
    private static final String DEMAND_OF = "/demand-of-";

    private final KpiPlan plan;
    private transient @Nullable ZoneId zone;

    PickDemandFunction(KpiPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        zone = plan.kpis().zone();
    }

    @Override
    public void flatMap(VersionEffect effect, Collector<DemandMove> out) {
        Cause cause = effect.cause();
        if (cause != null) {
            DailyDemand.moves(effect.diff(), Objects.requireNonNull(zone)).forEach((day, units) -> {
                Cause own = new Cause(cause.key() + DEMAND_OF + day.date(), cause.version(), cause.kind());
                out.collect(new DemandMove(day, units, own));
            });
        }
    }
}
