package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Dimension;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums the facts of one cause per series and instant, so that an order of a thousand lines is one message to the total
 * and one to each SKU.
 */
public final class FactRouter {
    private final List<Target> targets;

    public FactRouter(KpiCatalogue catalogue) {
        this.targets = catalogue.sets().stream()
                .map(set -> new Target(set, set.measures()))
                .toList();
    }

    /** One change per series that the diff touches, in a fixed order. */
    public List<FactChange> route(FactDiff diff, Cause cause) {
        List<FactChange> changes = new ArrayList<>();
        for (Target target : targets) {
            Map<List<String>, TreeMap<Long, Contribution>> series = new LinkedHashMap<>();
            diff.retractions().forEach(fact -> target.add(fact, -1, series));
            diff.additions().forEach(fact -> target.add(fact, 1, series));
            series.forEach((members, byTime) ->
                    changes.add(new FactChange(target.set.name(), members, cause, List.copyOf(byTime.values()))));
        }
        return changes;
    }

    private record Target(DimensionSet set, List<Measure> measures) {

        void add(SalesFact fact, int sign, Map<List<String>, TreeMap<Long, Contribution>> series) {
            if (measures.stream().noneMatch(measure -> measure.fact() == fact.kind())) {
                return;
            }
            List<String> members = new ArrayList<>();
            for (Dimension dimension : set.dimensions()) {
                String member = fact.member(dimension);
                if (member == null) {
                    return;
                }
                members.add(member);
            }
            Contribution sum = series.computeIfAbsent(members, absent -> new TreeMap<>())
                    .computeIfAbsent(
                            fact.timeMicros(),
                            time -> new Contribution(time, new long[2 * measures.size()], new HashMap<>()));
            for (int m = 0; m < measures.size(); m++) {
                addMeasure(measures.get(m), m, fact, sign, sum);
            }
        }

        private static void addMeasure(Measure measure, int m, SalesFact fact, int sign, Contribution sum) {
            if (measure.fact() != fact.kind()) {
                return;
            }
            if (measure.quantity().isDistinct()) {
                String customer = fact.customer();
                if (customer == null) {
                    return;
                }
                sum.members().merge(customer, sign, Integer::sum);
            }
            long[] values = sum.values();
            values[2 * m] = Math.addExact(values[2 * m], Math.multiplyExact(sign, fact.figure(measure.quantity())));
            values[2 * m + 1] += sign;
        }
    }
}
