package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.KpiCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what versions of entities change until it is time to tell the series, so that each is told once of many.
 *
 * <p>What is on time is summed. What may change a value that was final keeps its cause; series are told of it together with
 * the sums, so that none ever hears that something was taken back before it has heard of it.
 */
public final class GatheredChanges {
    private final FactSums onTime;
    private final FactSums one;
    private final Map<String, Late> late = new LinkedHashMap<>();
    private int lateChanges;

    /** The late changes of one series. */
    private record Late(FactChange first, List<CausedChange> changes) {}

    public GatheredChanges(KpiCatalogue catalogue) {
        onTime = new FactSums(catalogue);
        one = new FactSums(catalogue);
    }

    /** What no final value rests on. */
    public void add(FactDiff diff) {
        onTime.add(diff);
    }

    /** What final values may rest on. */
    public void addLate(Cause cause, FactDiff diff) {
        one.add(diff);
        for (FactChange change : one.drain()) {
            late.computeIfAbsent(change.key(), absent -> new Late(change, new ArrayList<>()))
                    .changes()
                    .add(new CausedChange(cause, change.contributions()));
            lateChanges++;
        }
    }

    /** The number of sums and late changes kept, sums that have come to nothing included. */
    public int size() {
        return onTime.size() + lateChanges;
    }

    /** One change per series, in a fixed order; nothing is kept of them. */
    public List<FactChange> drain() {
        List<FactChange> changes = new ArrayList<>();
        for (FactChange sum : onTime.drain()) {
            Late more = late.remove(sum.key());
            changes.add(more == null ? sum : with(sum, sum.contributions(), more));
        }
        late.values().forEach(more -> changes.add(with(more.first(), List.of(), more)));
        late.clear();
        lateChanges = 0;
        return changes;
    }

    private static FactChange with(FactChange series, List<Contribution> sums, Late late) {
        return new FactChange(series.set(), series.members(), sums, late.changes());
    }
}
