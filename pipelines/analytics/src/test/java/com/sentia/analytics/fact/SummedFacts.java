package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.KpiCatalogue;
import java.util.List;

/** What a diff changes in each series. */
public final class SummedFacts {
    private SummedFacts() {}

    /** The changes of one diff alone. */
    public static List<FactChange> of(KpiCatalogue catalogue, FactDiff diff) {
        FactSums sums = new FactSums(catalogue);
        sums.add(diff);
        return sums.drain();
    }
}
