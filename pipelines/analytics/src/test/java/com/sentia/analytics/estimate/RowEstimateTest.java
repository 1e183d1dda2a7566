package com.sentia.analytics.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.KpiCatalogue;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowEstimateTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long YEAR = 365 * 24 * HOUR;
    private static final KpiCatalogue CATALOGUE = CatalogueFile.read("kpis.yaml", """
            sets:
              total: {by: [], windows: [2h/1h, day]}
              sku: {by: [sku], windows: [24h/1h]}
            kpis:
              units: {title: Units, description: all, unit: units, owner: me, fact: goods, measure: sum(units), sets: [total, sku]}
              orders: {title: Orders, description: all, unit: orders, owner: me, fact: order, measure: count, sets: [total]}
            """, ZoneId.of("UTC"), "GBP");

    private RowEstimate estimate;

    @BeforeEach
    void begin() {
        estimate = new RowEstimate(CATALOGUE);
    }

    @Test
    void saysNothingOfFactsItHasNotSeen() {
        assertThat(estimate.rows()).isEmpty();
        goods(0, "A");
        assertThat(estimate.rows()).as("of one moment").isEmpty();
    }

    @Test
    void countsTwoChangesForAStepThatHoldsFactsAndOneRowForACalendarWindow() {
        goods(0, "A");
        goods(HOUR / 2, "A");
        order(YEAR);

        // The year seen is scaled by one. In at the first hour's end, out two hours, or a day, later.
        assertThat(estimate.rows())
                .containsExactly(
                        new WindowRows("units", "total", "2h/1h", 1, 2),
                        new WindowRows("units", "total", "day", 1, 1),
                        new WindowRows("units", "sku", "24h/1h", 1, 2),
                        new WindowRows("orders", "total", "2h/1h", 1, 2),
                        new WindowRows("orders", "total", "day", 1, 1));
    }

    @Test
    void whatComesInWhereOtherFallsOutIsOneChange() {
        goods(0, "A");
        goods(2 * HOUR, "A");
        order(YEAR);

        assertThat(rows("units", "total", "2h/1h")).isEqualTo(3);
    }

    @Test
    void aMemberHasNoMoreRowsThanTheYearHasSteps() {
        goods(0, "A");
        goods(HOUR, "A");
        goods(2 * HOUR, "A");

        assertThat(rows("units", "total", "2h/1h")).isEqualTo(365 * 24);
        assertThat(rows("units", "total", "day")).isEqualTo(366);
    }

    @Test
    void scalesWhatWasSeenToAYearAndAddsUpMembers() {
        goods(0, "A");
        goods(YEAR / 4, "B");

        assertThat(estimate.rows()).contains(new WindowRows("units", "sku", "24h/1h", 2, 16));
    }

    private long rows(String kpi, String set, String window) {
        List<WindowRows> rows = estimate.rows();
        return rows.stream()
                .filter(one -> one.kpi().equals(kpi)
                        && one.set().equals(set)
                        && one.window().equals(window))
                .findFirst()
                .orElseThrow()
                .rowsPerYear();
    }

    private void goods(long time, String sku) {
        estimate.add(Sales.fact(FactKind.GOODS, time, "shop", "UK", sku, 1, 1, null));
    }

    private void order(long time) {
        estimate.add(Sales.fact(FactKind.ORDER, time, "shop", "UK", null, 0, 0, null));
    }
}
