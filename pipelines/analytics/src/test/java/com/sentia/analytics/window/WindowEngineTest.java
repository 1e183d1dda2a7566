package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowEngineTest {
    private static final KpiCatalogue CATALOGUE = SalesCatalogue.in(ZoneId.of("Europe/London"));
    private static final long EIGHT = Batch.micros(Instant.parse("2026-06-01T08:00:00Z"));
    private static final long NINE = EIGHT + Batch.HOUR;
    private static final long END_OF_QUARTER = Batch.micros(Instant.parse("2026-06-30T23:00:00Z"));
    private static final long RETENTION = 100 * Batch.DAY;
    private static final long POUND = 1_000_000;

    private final EngineDriver driver = new EngineDriver(CATALOGUE, RETENTION);

    @Test
    void writesARowWhereAFactComesInAndOneWhereItFallsOut() {
        sell("1", EIGHT, POUND);
        driver.advance(EIGHT + Batch.DAY);

        assertThat(hourly("gross_sales"))
                .containsExactly(
                        Map.entry(EIGHT + Batch.MINUTE, "1.000000"), Map.entry(NINE + Batch.MINUTE, "0.000000"));
    }

    @Test
    void writesNoRowWhereWhatComesInEqualsWhatFallsOut() {
        sell("1", EIGHT, POUND);
        sell("2", NINE, POUND);
        driver.advance(EIGHT + Batch.DAY);

        assertThat(hourly("gross_sales").keySet())
                .containsExactly(EIGHT + Batch.MINUTE, NINE + Batch.HOUR + Batch.MINUTE);
    }

    @Test
    void takesBackAnOpenRowThatIsNoChangePoint() {
        sell("1", EIGHT, POUND);
        driver.refresh();
        driver.arrive("1", version(2));
        driver.refresh();
        assertThat(hourly("gross_sales")).containsOnlyKeys(EIGHT + Batch.MINUTE);

        driver.advance(NINE);

        assertThat(hourly("gross_sales")).isEmpty();
    }

    /** Both raise the revision by one, the second from where the first no longer does. */
    @Test
    void countsOnWhereLateCausesThatCameTogetherFollowEachOther() {
        driver.advance(EIGHT + Batch.DAY);
        driver.isGatheringLate = true;
        sell("1", EIGHT, POUND);
        sell("2", NINE, 2 * POUND);
        driver.refresh();

        long end = NINE + 31 * Batch.MINUTE;
        sell("3", end - Batch.MINUTE, POUND);
        driver.refresh();

        KpiRow row = row("gross_sales", "1h/1m", end);
        assertThat(row.revision()).isEqualTo(2);
    }

    @Test
    void showsOnlyTheFirstEndAfterTheLatestFact() {
        driver.advance(EIGHT);
        sell("1", EIGHT + Batch.HOUR / 2, POUND);
        driver.refresh();

        assertThat(hourly("gross_sales")).containsOnlyKeys(EIGHT + Batch.HOUR / 2 + Batch.MINUTE);
    }

    @Test
    void showsThePresentThoughAFactLiesAhead() {
        driver.advance(EIGHT);
        driver.knownAt = EIGHT + Batch.HOUR / 2;
        sell("1", EIGHT + Batch.HOUR / 2, POUND);
        sell("2", EIGHT + 5 * Batch.DAY, POUND);
        driver.refresh();

        assertThat(hourly("gross_sales")).containsOnlyKeys(EIGHT + Batch.HOUR / 2 + Batch.MINUTE);
    }

    @Test
    void raisesTheRevisionOnceForEachCauseThatChangedAFinalWindow() {
        sell("1", EIGHT, POUND);
        driver.advance(NINE);
        sell("2", EIGHT, POUND);
        sell("3", EIGHT, POUND);

        KpiRow row = row("gross_sales", "1h/1m", EIGHT + Batch.MINUTE);
        assertThat(row.revision()).isEqualTo(2);
        assertThat(row.value()).isEqualTo(new BigDecimal("3.000000"));
    }

    @Test
    void rewritesTheCountWithoutRaisingTheRevision() {
        sell("1", EIGHT, POUND);
        driver.advance(NINE);
        sell("2", EIGHT, 0);

        KpiRow row = row("gross_sales", "1h/1m", EIGHT + Batch.MINUTE);
        assertThat(row.revision()).isZero();
        assertThat(row.count()).isEqualTo(2);
        assertThat(driver.ledger)
                .extracting(entry -> entry.restated().kpi().name())
                .doesNotContain("gross_sales");
    }

    @Test
    void givesNoValueToARatioWithoutDenominator() {
        driver.arrive("r", version(1, fact(FactKind.RETURN, EIGHT, POUND, null)));
        driver.advance(EIGHT + Batch.DAY);

        KpiRow day = row("refund_rate", "day", EIGHT + 15 * Batch.HOUR);
        assertThat(day.value()).isNull();
        assertThat(day.components()).containsExactly(new BigDecimal("1.000000"), new BigDecimal("0.000000"));
    }

    @Test
    void countsACustomerOnceWhileAnyOrderOfTheirsIsInTheWindow() {
        driver.arrive("1", version(1, fact(FactKind.ORDER, EIGHT, 0, "c")));
        driver.arrive("2", version(1, fact(FactKind.ORDER, EIGHT + Batch.HOUR / 2, 0, "c")));
        driver.advance(EIGHT + Batch.DAY);

        assertThat(hourly("customers"))
                .containsExactly(
                        Map.entry(EIGHT + Batch.MINUTE, "1.000000"),
                        Map.entry(EIGHT + 3 * Batch.HOUR / 2 + Batch.MINUTE, "0.000000"));
    }

    @Test
    void remembersNothingOnceRetentionIsOver() {
        sell("1", EIGHT, POUND);
        driver.advance(NINE);
        sell("2", EIGHT, POUND);
        assertThat(driver.remembered()).isPositive();

        driver.advance(END_OF_QUARTER + RETENTION - Batch.MINUTE);
        assertThat(driver.remembered()).isPositive();

        driver.advance(END_OF_QUARTER + RETENTION);
        assertThat(driver.remembered()).isZero();
        assertThat(hourly("gross_sales")).hasSize(2);
    }

    @Test
    void overflowsLoudly() {
        sell("1", EIGHT, Long.MAX_VALUE);

        assertThatThrownBy(() -> sell("2", EIGHT, 1)).isInstanceOf(ArithmeticException.class);
    }

    private void sell(String order, long time, long amount) {
        driver.arrive(order, version(1, fact(FactKind.GOODS, time, amount, null)));
    }

    private KpiRow row(String kpi, String window, long end) {
        return Objects.requireNonNull(
                driver.rows("total", List.of(), kpi, window).get(end));
    }

    private Map<Long, String> hourly(String kpi) {
        Map<Long, String> values = new java.util.TreeMap<>();
        driver.rows("total", List.of(), kpi, "1h/1m")
                .forEach((end, row) -> values.put(end, String.valueOf(row.value())));
        return values;
    }

    private static EntityFacts version(long updatedAt, Fact... facts) {
        return new EntityFacts(new EntityVersion(updatedAt, 2, 0), List.of(facts));
    }

    private static Fact fact(FactKind kind, long time, long amount, @Nullable String customer) {
        return Sales.fact(kind, time, "shopify", "UK", "A", 1, amount, customer);
    }
}
