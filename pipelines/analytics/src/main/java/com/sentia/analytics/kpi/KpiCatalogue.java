package com.sentia.analytics.kpi;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The KPIs a job computes, by dimension set; the set's place in the list is its number.
 *
 * @param zone of the business days by which amounts are converted
 */
public record KpiCatalogue(List<DimensionSet> sets, ZoneId zone) {
    public KpiCatalogue {
        sets = List.copyOf(sets);
    }

    /** Those of the KPIs that rest on records of these names alone: the others still wait for a source. */
    public KpiCatalogue fedBy(Set<String> contracts) {
        return new KpiCatalogue(
                sets.stream()
                        .map(set -> set.keeping(kpi -> contracts.containsAll(kpi.contracts())))
                        .filter(set -> !set.kpis().isEmpty())
                        .toList(),
                zone);
    }

    /** Every KPI once, whatever sets it is in. */
    public List<Kpi> kpis() {
        return sets.stream().flatMap(set -> set.kpis().stream()).distinct().toList();
    }

    /** The sets a KPI is kept for. */
    public List<DimensionSet> setsOf(Kpi kpi) {
        return sets.stream().filter(set -> set.kpis().contains(kpi)).toList();
    }

    /**
     * Only these KPIs, under these versions. What a formula rests on is computed with it, and needs no KPI of its own.
     *
     * @param versions of each KPI that stays
     */
    public KpiCatalogue publishing(Map<String, Integer> versions) {
        return new KpiCatalogue(
                sets.stream()
                        .map(set -> new DimensionSet(
                                set.name(),
                                set.dimensions(),
                                set.kpis().stream()
                                        .flatMap(kpi ->
                                                Optional.ofNullable(versions.get(kpi.name()))
                                                        .map(kpi::asVersion)
                                                        .stream())
                                        .toList(),
                                set.windows(),
                                set.isWide()))
                        .filter(set -> !set.kpis().isEmpty())
                        .toList(),
                zone);
    }

    public Optional<Kpi> kpi(String name) {
        return kpis().stream().filter(kpi -> kpi.name().equals(name)).findFirst();
    }

    /** What decides a KPI's values: how it is computed, for which members and windows. */
    public Content content(Kpi kpi) {
        return new Content(
                kpi.withoutWords(),
                setsOf(kpi).stream()
                        .collect(Collectors.toMap(
                                set -> Set.copyOf(set.dimensions()), set -> Set.copyOf(set.windows()), (one, other) -> {
                                    Set<Window> both = new HashSet<>(one);
                                    both.addAll(other);
                                    return both;
                                })));
    }

    /**
     * All that decides values; equal contents have equal values, whatever they are called and described as.
     *
     * @param windows by the dimensions of each set
     */
    public record Content(Kpi definition, Map<Set<Attribute>, Set<Window>> windows) {}

    public DimensionSet set(String name) {
        return sets.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension set is called " + name));
    }
}
