package com.sentia.launcher.commands;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.deployments.ShownKpis.ShownKpi;
import com.sentia.launcher.deployments.ShownVersion;
import com.sentia.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A KPI as it is defined where it counts: in the catalogue of the deployment that computes it when readers are shown it, else in the
 * file.
 *
 * @param catalogue the definition is part of
 * @param shown which version readers are shown; empty when they are shown none
 */
record KnownKpi(Kpi kpi, KpiCatalogue catalogue, Optional<ShownVersion> shown) {

    /** Those of the file in its order, then those that are shown and not in it. */
    static List<KnownKpi> of(KpiCatalogue file, Map<String, ShownKpi> shown) {
        List<KnownKpi> known = new ArrayList<>();
        for (Kpi kpi : file.kpis()) {
            ShownKpi present = shown.get(kpi.name());
            known.add(present == null ? new KnownKpi(kpi, file, Optional.empty()) : of(present));
        }
        shown.values().stream()
                .filter(present -> file.kpi(present.kpi().name()).isEmpty())
                .forEach(present -> known.add(of(present)));
        return known;
    }

    private static KnownKpi of(ShownKpi shown) {
        return new KnownKpi(shown.kpi(), shown.catalogue(), Optional.of(shown.version()));
    }

    /** The version and the deployment that computes it; {@code -} when none is shown. */
    String shownText() {
        return shown.map(version -> version.version() + " by " + version.job()).orElse("-");
    }

    List<DimensionSet> sets() {
        return catalogue.setsOf(kpi);
    }

    /** Names of the records it rests on that the KPI job does not read; empty when it is computed. */
    String waitsFor() {
        return kpi.contracts().stream()
                .filter(contract -> !Topics.countedRecords().contains(contract))
                .collect(Collectors.joining(", "));
    }
}
