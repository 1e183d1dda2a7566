package com.sentia.launcher.apply;

import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.deployments.ShownKpis.ShownKpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What applying a catalogue would change. Definitions are compared by what decides values, never by words or version: the
 * number of a changed one is a fact of this stack's history, so that one file can be applied to any stack.
 *
 * @param changes to be computed by a deployment of their own
 * @param unchanged go on as they are
 * @param reworded have another title, description or owner, and the same values; they go on as they are too
 * @param missing are shown, but not in the catalogue; they go on as they are
 */
record ApplyPlan(List<Change> changes, List<String> unchanged, List<String> reworded, List<String> missing) {
    ApplyPlan {
        changes = List.copyOf(changes);
        unchanged = List.copyOf(unchanged);
        reworded = List.copyOf(reworded);
        missing = List.copyOf(missing);
    }

    /**
     * @param shown by name
     * @param highest version that each KPI ever had; a number is given once, whatever became of it
     */
    static ApplyPlan of(KpiCatalogue wanted, Map<String, ShownKpi> shown, Map<String, Integer> highest) {
        List<Change> changes = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        List<String> reworded = new ArrayList<>();
        for (Kpi kpi : wanted.kpis()) {
            ShownKpi present = shown.get(kpi.name());
            if (present != null && present.content().equals(wanted.content(kpi))) {
                (haveSameWords(kpi, present.kpi()) ? unchanged : reworded).add(kpi.name());
                continue;
            }
            int next = Math.max(highest.getOrDefault(kpi.name(), 0) + 1, kpi.version());
            Optional<Integer> from =
                    Optional.ofNullable(present).map(one -> one.version().version());
            changes.add(new Change(kpi.name(), from, next));
        }
        List<String> missing = shown.keySet().stream()
                .filter(name -> wanted.kpi(name).isEmpty())
                .toList();
        return new ApplyPlan(changes, unchanged, reworded, missing);
    }

    /** The versions the new deployment publishes. */
    Map<String, Integer> versions() {
        return changes.stream().collect(Collectors.toMap(Change::kpi, Change::to, (one, other) -> one, TreeMap::new));
    }

    /** Whether a deployment that was begun before computes just these changes. */
    boolean isBegunBy(KpiCatalogue wanted, KpiCatalogue begun) {
        return begun.kpis().size() == changes.size()
                && changes.stream()
                        .allMatch(change -> begun.kpi(change.kpi())
                                .map(kpi -> begun.content(kpi).equals(content(wanted, change.kpi())))
                                .orElse(false));
    }

    private static KpiCatalogue.Content content(KpiCatalogue catalogue, String kpi) {
        return catalogue.content(catalogue.kpi(kpi).orElseThrow());
    }

    private static boolean haveSameWords(Kpi one, Kpi other) {
        return one.title().equals(other.title())
                && one.description().equals(other.description())
                && one.owner().equals(other.owner());
    }
}
