package com.sentia.launcher.deployments;

import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.LauncherException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definitions readers are shown, each found in the catalogue of the deployment that computes it. */
public final class ShownKpis {
    private ShownKpis() {}

    /** One of them, in the catalogue it is part of. */
    public record ShownKpi(ShownVersion version, Kpi kpi, KpiCatalogue catalogue) {
        public KpiCatalogue.Content content() {
            return catalogue.content(kpi);
        }
    }

    /** By name. */
    public static Map<String, ShownKpi> of(
            List<ShownVersion> versions, List<Deployment> deployments, CatalogueReader reader) {
        Map<String, KpiCatalogue> catalogues = new HashMap<>();
        Map<String, ShownKpi> shown = new TreeMap<>();
        for (ShownVersion version : versions) {
            KpiCatalogue catalogue = catalogues.computeIfAbsent(
                    version.job(),
                    job -> deployments.stream()
                            .filter(deployment -> deployment.name().equals(job))
                            .findFirst()
                            .map(deployment -> deployment.kpis(reader))
                            .orElseThrow(() -> missing(version)));
            Kpi kpi = catalogue
                    .kpi(version.kpi())
                    .filter(found -> found.version() == version.version())
                    .orElseThrow(() -> missing(version));
            shown.put(version.kpi(), new ShownKpi(version, kpi, catalogue));
        }
        return shown;
    }

    private static LauncherException missing(ShownVersion version) {
        return new LauncherException("version " + version.version() + " of " + version.kpi()
                + " is shown, but the home has no catalogue of deployment " + version.job()
                + " with it: restore state/deployments from a copy of the home");
    }
}
