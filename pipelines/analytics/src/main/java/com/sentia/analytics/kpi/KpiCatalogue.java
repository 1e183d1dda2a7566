package com.sentia.analytics.kpi;

import java.util.List;
import java.util.Set;

/** The KPIs a job computes, by dimension set; the set's place in the list is its number. */
public record KpiCatalogue(List<DimensionSet> sets) {
    public KpiCatalogue {
        sets = List.copyOf(sets);
    }

    /** Those of the KPIs that rest on records of these names alone: the others still wait for a source. */
    public KpiCatalogue fedBy(Set<String> contracts) {
        return new KpiCatalogue(sets.stream()
                .map(set -> set.keeping(kpi -> contracts.containsAll(kpi.contracts())))
                .filter(set -> !set.kpis().isEmpty())
                .toList());
    }

    /** Every KPI once, whatever sets it is in. */
    public List<Kpi> kpis() {
        return sets.stream().flatMap(set -> set.kpis().stream()).distinct().toList();
    }

    /** The sets a KPI is kept for. */
    public List<DimensionSet> setsOf(Kpi kpi) {
        return sets.stream().filter(set -> set.kpis().contains(kpi)).toList();
    }

    public DimensionSet set(String name) {
        return sets.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension set is called " + name));
    }
}
