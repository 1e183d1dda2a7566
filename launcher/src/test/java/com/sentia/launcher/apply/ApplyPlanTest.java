package com.sentia.launcher.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.deployments.ShownKpis.ShownKpi;
import com.sentia.launcher.deployments.ShownVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApplyPlanTest {
    private static final String FILE = """
            sets:
              total: {by: [], windows: [24h/5m, day]}
              region: {by: [region], windows: [day]}
            kpis:
              sales: {title: Sales, description: all, unit: currency, owner: me, fact: goods, measure: sum(amount), sets: [total, region]}
              orders: {title: Orders, description: all, unit: orders, owner: me, fact: order, measure: count, sets: [total]}
              aov: {title: AOV, description: all, unit: currency, owner: me, formula: sales / orders, sets: [total]}
            """;
    private static final Map<String, Integer> FIRST = Map.of("sales", 1, "orders", 1, "aov", 1);

    @Test
    void findsNothingInAFileThatSaysWhatIsShown() {
        ApplyPlan plan = plan(FILE, FIRST);

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.unchanged()).containsExactly("sales", "orders", "aov");
    }

    @Test
    void doesNotCareForVersionsInTheFileUnlessTheyRunAhead() {
        assertThat(plan(FILE.replace("title: AOV", "title: AOV, version: 7"), FIRST)
                        .changes())
                .isEmpty();
        assertThat(plan(
                                FILE.replace("title: AOV, ", "title: AOV, version: 7, ")
                                        .replace("sales / orders", "orders / orders"),
                                FIRST)
                        .changes())
                .containsExactly(new Change("aov", Optional.of(1), 7));
    }

    @Test
    void tellsOtherWordsFromOtherValues() {
        ApplyPlan plan = plan(FILE.replace("title: Orders", "title: Placed"), FIRST);

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.reworded()).containsExactly("orders");
    }

    @Test
    void aChangedPartChangesWhatRestsOnIt() {
        ApplyPlan plan = plan(FILE.replace("sum(amount)", "sum(units)"), FIRST);

        assertThat(plan.versions()).isEqualTo(Map.of("sales", 2, "aov", 2));
    }

    @Test
    void anotherWindowOfASetChangesWhatIsKeptForIt() {
        ApplyPlan plan = plan(FILE.replace("by: [region], windows: [day]", "by: [region], windows: [week]"), FIRST);

        assertThat(plan.versions()).isEqualTo(Map.of("sales", 2));
    }

    @Test
    void aNumberIsGivenOnce() {
        ApplyPlan plan =
                plan(FILE.replace("sales / orders", "orders / sales"), Map.of("sales", 1, "orders", 1, "aov", 4));

        assertThat(plan.changes()).containsExactly(new Change("aov", Optional.of(1), 5));
    }

    @Test
    void beginsANewKpiAtOneAndLeavesAMissingOne() {
        ApplyPlan plan = plan(FILE.replace("aov:", "mean:"), FIRST);

        assertThat(plan.changes()).containsExactly(new Change("mean", Optional.empty(), 1));
        assertThat(plan.missing()).containsExactly("aov");
    }

    @Test
    void knowsADeploymentThatWasBegunForTheSame() {
        KpiCatalogue wanted = read(FILE.replace("sales / orders", "orders / sales"));
        ApplyPlan plan = ApplyPlan.of(wanted, shown(), FIRST);

        assertThat(plan.isBegunBy(wanted, wanted.publishing(Map.of("aov", 2)))).isTrue();
        assertThat(plan.isBegunBy(wanted, read(FILE).publishing(Map.of("aov", 2))))
                .isFalse();
        assertThat(plan.isBegunBy(wanted, wanted.publishing(Map.of("aov", 2, "sales", 2))))
                .isFalse();
    }

    private static ApplyPlan plan(String file, Map<String, Integer> highest) {
        return ApplyPlan.of(read(file), shown(), highest);
    }

    private static Map<String, ShownKpi> shown() {
        KpiCatalogue catalogue = read(FILE);
        return catalogue.kpis().stream()
                .map(kpi -> new ShownKpi(new ShownVersion(kpi.name(), 1, "kpi", Instant.EPOCH), kpi, catalogue))
                .collect(Collectors.toMap(shown -> shown.kpi().name(), Function.identity()));
    }

    private static KpiCatalogue read(String text) {
        return CatalogueFile.read("kpis.yaml", text, ZoneId.of("Europe/London"), "GBP");
    }
}
