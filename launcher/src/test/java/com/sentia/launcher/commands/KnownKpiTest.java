package com.sentia.launcher.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.deployments.ShownKpis.ShownKpi;
import com.sentia.launcher.deployments.ShownVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KnownKpiTest {
    private static final KpiCatalogue FILE =
            catalogue(kpi("orders", "count", "total") + kpi("spend", "sum(amount)", "total"));

    @Test
    void tellsOfTheFileWhereNothingIsShown() {
        List<KnownKpi> known = KnownKpi.of(FILE, Map.of());

        assertThat(known).extracting(one -> one.kpi().name()).containsExactly("orders", "spend");
        assertThat(known).extracting(KnownKpi::shownText).containsOnly("-");
    }

    @Test
    void tellsOfTheDefinitionThatIsShownNotOfTheFiles() {
        KpiCatalogue deployed =
                catalogue(kpi("spend", "distinct(customer)", "total, day")).publishing(Map.of("spend", 3));

        KnownKpi spend = KnownKpi.of(FILE, shown(deployed, "spend", 3)).get(1);

        assertThat(spend.shownText()).isEqualTo("3 by kpi-2");
        assertThat(spend.kpi().version()).isEqualTo(3);
        assertThat(spend.kpi().measures()).hasToString("[distinct(customer) of order]");
        assertThat(spend.sets()).extracting(DimensionSet::name).containsExactly("total", "day");
        assertThat(spend.waitsFor()).isEmpty();
    }

    @Test
    void alsoTellsOfWhatIsShownAndNoLongerInTheFile() {
        KpiCatalogue deployed = catalogue(kpi("former", "count", "total")).publishing(Map.of("former", 1));

        assertThat(KnownKpi.of(FILE, shown(deployed, "former", 1)))
                .extracting(one -> one.kpi().name() + " " + one.shownText())
                .containsExactly("orders -", "spend -", "former 1 by kpi-2");
    }

    private static Map<String, ShownKpi> shown(KpiCatalogue catalogue, String kpi, int version) {
        ShownVersion shown = new ShownVersion(kpi, version, "kpi-2", Instant.EPOCH);
        return new TreeMap<>(Map.of(kpi, new ShownKpi(shown, catalogue.kpi(kpi).orElseThrow(), catalogue)));
    }

    private static KpiCatalogue catalogue(String kpis) {
        String sets = "sets: {total: {by: [], windows: [1h/1m]}"
                + (kpis.contains("day") ? ", day: {by: [], windows: [day]}" : "") + "}\nkpis:\n";
        return CatalogueFile.read("k.yaml", sets + kpis, ZoneId.of("Europe/London"), "GBP");
    }

    private static String kpi(String name, String measure, String sets) {
        return "  %s: {title: t, description: d, unit: x, owner: o, fact: order, measure: %s, sets: [%s]}\n"
                .formatted(name, measure, sets);
    }
}
