package com.sentia.analytics.window;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.kpi.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/** One of the causes that change final values of a window: what it changes in each slice, and what came of that. */
final class LateCause {
    final NavigableMap<Long, MergedChange> bySlice = new TreeMap<>();
    final LedgerEntries ledger;

    private final Cause cause;

    private LateCause(Cause cause, List<KpiEvaluator> kpis) {
        this.cause = cause;
        this.ledger = new LedgerEntries(kpis);
    }

    /**
     * Those of the causes that change slices which are final, in their order.
     *
     * @param sliceEnd gives the end of the slice that an instant lies in
     * @param finalTo last end that is final
     */
    static List<LateCause> among(
            List<CausedChange> changes, SeriesPlan plan, LongUnaryOperator sliceEnd, long finalTo) {
        List<LateCause> causes = new ArrayList<>();
        for (CausedChange change : changes) {
            LateCause cause = new LateCause(change.cause(), plan.kpis);
            for (Contribution contribution : change.contributions()) {
                long end = sliceEnd.applyAsLong(contribution.timeMicros());
                if (end <= finalTo) {
                    cause.bySlice
                            .computeIfAbsent(end, absent -> MergedChange.none(plan))
                            .add(contribution);
                }
            }
            if (!cause.bySlice.isEmpty()) {
                causes.add(cause);
            }
        }
        return causes;
    }

    void writeLedger(Window window, SeriesOutput output) {
        ledger.write(cause, window, output);
    }
}
