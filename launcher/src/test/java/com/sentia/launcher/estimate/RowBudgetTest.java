package com.sentia.launcher.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.estimate.WindowRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBudgetTest {
    private static final List<WindowRows> ROWS = List.of(
            new WindowRows("units", "total", "24h/5m", 1, 100_000),
            new WindowRows("units", "sku", "5m/1m", 3_000, 1_900_001),
            new WindowRows("orders", "total", "24h/5m", 1, 100_000));

    @Test
    void refusesAKpiWhoseRowsTogetherAreOverTheBudget() {
        assertThat(new RowBudget(2_000_000).complaints(ROWS))
                .singleElement()
                .asString()
                .contains("units would make 2,000,001 rows a year", "1,900,001", "set sku, window 5m/1m", "2,000,000");
    }

    @Test
    void bearsWhatIsWithinIt() {
        assertThat(new RowBudget(2_000_001).complaints(ROWS)).isEmpty();
    }

    @Test
    void showsEveryEstimateAndASumForEachKpi() {
        assertThat(RowBudget.table(ROWS).lines())
                .hasSize(2 + 3 + 2)
                .anyMatch(line -> line.matches("units +all +2,000,001"));
    }
}
