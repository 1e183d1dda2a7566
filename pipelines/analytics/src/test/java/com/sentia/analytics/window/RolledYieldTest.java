package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.analytics.window.KpiRow.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolledYieldTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final KpiCatalogue CATALOGUE = SalesCatalogue.whole(LONDON);
    private static final long RETENTION = 400 * Batch.DAY;
    private static final long MORNING = Batch.micros(Instant.parse("2026-06-01T06:30:00Z"));
    private static final long DAY_END = Batch.micros(Instant.parse("2026-06-01T23:00:00Z"));
    private static final long A_BILLION = 1_000_000_000L;
    private static final int MANY = 5_000;

    private EngineDriver driver;
    private int versions;

    @BeforeEach
    void begin() {
        driver = new EngineDriver(CATALOGUE, RETENTION);
    }

    @Test
    void restatesWhatALateRunChangesAndOnceMoreWhatItsEditAndItsDeletionDo() {
        arrive("cut", run("cut", 100, 90));
        arrive("test", run("test", 90, 81));
        driver.advance(DAY_END);
        assertThat(value("day")).isEqualByComparingTo("0.81");

        arrive("paint", run("paint", 50, 25));
        assertThat(value("day")).isEqualByComparingTo("0.405");
        arrive("paint", run("paint", 50, 40));
        assertThat(value("day")).isEqualByComparingTo("0.648");
        arrive("paint");

        assertThat(value("day")).isEqualByComparingTo("0.81");
        assertThat(row("day").revision()).isEqualTo(3);
        assertThat(row("day").stage()).isEqualTo(Stage.RESTATED);
        assertThat(deltas("day")).containsExactly("-0.405000", "0.243000", "0.162000");
        assertThat(deltas("30d/1h")).containsExactly("-0.405000", "0.243000", "0.162000");
    }

    @Test
    void aRunThatIsOnTimeAndTakenBackOnTimeLeavesNothing() {
        arrive("cut", run("cut", 100, 90));
        arrive("test", run("test", 90, 0));
        arrive("test");
        driver.advance(DAY_END);

        assertThat(value("day")).isEqualByComparingTo("0.9");
        assertThat(row("day").revision()).isZero();
    }

    @Test
    void nothingRightAtOneOperationIsNothingRightAtAll() {
        arrive("cut", run("cut", 100, 90));
        arrive("test", run("test", 90, 0));
        driver.advance(DAY_END);

        assertThat(value("day")).isZero();
    }

    @Test
    void leavesOutOperationsWithoutUnitsOrWithLessThanNone() {
        arrive("cut", run("cut", 100, 90));
        arrive("none", run("none", 0, 0));
        arrive("less", run("less", -5, -4));
        arrive("cancelled-out", run("undone", 10, 2), run("undone", -10, -2));
        arrive("nameless", run(null, 10, 1));
        driver.advance(DAY_END);

        assertThat(value("day")).isEqualByComparingTo("0.9");
        assertThat(row("day").count()).as("runs of an operation").isEqualTo(5);
    }

    @Test
    void countsWholeUnitsThatAreMoreThanAnIntHolds() {
        List<Fact> runs = new ArrayList<>();
        for (int r = 0; r < 8; r++) {
            runs.add(run("cut", A_BILLION, A_BILLION - 1_000));
        }
        arrive("cut", runs.toArray(Fact[]::new));
        driver.advance(DAY_END);

        assertThat(value("day")).isEqualByComparingTo("0.999999");
    }

    @Test
    void multipliesManyOperationsExactly() {
        BigDecimal exact = BigDecimal.ONE;
        List<Fact> runs = new ArrayList<>();
        for (int o = 0; o < MANY; o++) {
            runs.add(run("operation" + o, 10_000, 9_999));
            exact = exact.multiply(new BigDecimal("0.9999"));
        }
        arrive("all", runs.toArray(Fact[]::new));
        driver.advance(DAY_END);

        assertThat(value("day")).isEqualByComparingTo(exact.setScale(6, java.math.RoundingMode.HALF_EVEN));
        assertThat(value("day")).isEqualByComparingTo("0.606515");
    }

    @Test
    void hasNoValueForWhatNoRowCanHold() {
        for (String operation : List.of("a", "b", "c")) {
            arrive(operation, run(operation, 1, A_BILLION));
        }
        driver.advance(DAY_END);

        assertThat(row("day").value()).isNull();
    }

    @Test
    void refusesSumsThatOverflow() {
        Fact most = run("cut", Long.MAX_VALUE, 0);

        assertThatThrownBy(() -> arrive("cut", most, most)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void forgetsEverythingBehindRetention() {
        arrive("cut", run("cut", 100, 90));
        driver.advance(DAY_END + 100 * Batch.DAY + RETENTION);

        assertThat(driver.remembered()).isZero();
    }

    private void arrive(String entity, Fact... facts) {
        driver.arrive(entity, new EntityFacts(new EntityVersion(++versions, 0, 0), List.of(facts)));
    }

    private static Fact run(@Nullable String operation, long units, long firstPass) {
        return Fact.of(FactKind.RUN, MORNING)
                .with(Attribute.LINE, "L1")
                .with(Attribute.OPERATION, operation)
                .with(Figure.UNITS, units)
                .with(Figure.FIRST_PASS, firstPass)
                .build();
    }

    private @Nullable BigDecimal value(String window) {
        return row(window).value();
    }

    private KpiRow row(String window) {
        return Objects.requireNonNull(
                driver.rows("yield-line", List.of("L1"), "rolled_yield", window).get(DAY_END));
    }

    /** At the first end that each cause changed. */
    private List<String> deltas(String window) {
        return driver.ledger.stream()
                .filter(entry -> entry.set().equals("yield-line")
                        && entry.restated().kpi().name().equals("rolled_yield")
                        && entry.restated().window().name().equals(window))
                .map(entry ->
                        Objects.requireNonNull(entry.restated().firstDelta()).toPlainString())
                .toList();
    }
}
