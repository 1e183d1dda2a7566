package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.timescale.KpiDefinition;
import com.sentia.timescale.KpiMeasure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisteredKpisTest {
    private static final List<String> LINE = List.of("source", "region", "sku", "channel", "category", "segment");
    private static final List<String> ORDER = List.of("source", "region", "customer", "channel", "segment");
    private static final List<String> RUN = List.of("line", "category", "sku", "operation", "state");
    private static final List<String> DISCOUNT = List.of("source", "region", "channel", "segment");

    @Test
    void tellsTheMeasuresOfAFormulasComponents() {
        assertThat(definition("aov").measures())
                .containsExactly(
                        new KpiMeasure("net_sales", 1, "goods", Map.of(), "sum", "amount", LINE),
                        new KpiMeasure("net_sales", -1, "discount", Map.of(), "sum", "amount", DISCOUNT),
                        new KpiMeasure("net_sales", -1, "return", Map.of(), "sum", "amount", LINE),
                        new KpiMeasure("orders", 1, "order", Map.of(), "count", null, ORDER));
    }

    @Test
    void tellsThoseOfTheValueOfAKpiWithoutComponents() {
        assertThat(definition("customers").measures())
                .containsExactly(new KpiMeasure("customers", 1, "order", Map.of(), "distinct", "customer", ORDER));
    }

    @Test
    void tellsOfAProductTheFigureDividedByAndThatFactsHaveAMember() {
        assertThat(definition("rolled_yield").measures())
                .containsExactly(
                        new KpiMeasure("rolled_yield", 1, "run", Map.of("operation", "*"), "rolled", "units", RUN));
    }

    private static KpiDefinition definition(String kpi) {
        return RegisteredKpis.of(SalesCatalogue.whole(Script.settings().businessZone())).stream()
                .filter(definition -> definition.kpi().equals(kpi))
                .findFirst()
                .orElseThrow();
    }
}
