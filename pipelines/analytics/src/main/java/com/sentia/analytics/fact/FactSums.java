package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.KpiCatalogue;
import java.util.List;

/**
 * Sums what facts change, per series and slice of time, so that however many facts come, a series is told of each slice once.
 *
 * <p>Facts of one slice lie in the same window of every kind, so for the engine their sum is as good as each of them; a sum
 * is dated like one of its facts. What was taken back and added again is no change.
 */
public final class FactSums {
    private final List<SetSums> sets;

    public FactSums(KpiCatalogue catalogue) {
        this.sets = catalogue.sets().stream()
                .map(set -> new SetSums(set, catalogue.zone()))
                .toList();
    }

    public void add(FactDiff diff) {
        for (SetSums set : sets) {
            set.add(diff.retractions(), -1);
            set.add(diff.additions(), 1);
        }
    }

    /** The number of sums kept, those that have come to nothing included. */
    public int size() {
        int size = 0;
        for (SetSums set : sets) {
            size += set.size();
        }
        return size;
    }

    /** One change per series, in a fixed order; nothing is kept of them. */
    public List<FactChange> drain() {
        return sets.stream().flatMap(SetSums::drain).toList();
    }
}
