package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.runtime.Position;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiffVersionsFunctionTest {
    private static final long EIGHT = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    private static final long DAY_MS = 86_400_000;

    private final KeyedOneInputStreamOperatorTestHarness<String, EntityChange, VersionEffect> harness =
            DiffHarness.create();

    @BeforeEach
    void open() throws Exception {
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void takesBackWhatALaterVersionNoLongerHolds() throws Exception {
        send(1, goods("A", 1), goods("B", 1));
        harness.getOutput().clear();

        send(2, goods("B", 1));

        assertThat(effects()).singleElement().satisfies(effect -> {
            assertThat(effect.diff()).isEqualTo(new FactDiff(List.of(goods("A", 1)), List.of()));
            assertThat(Objects.requireNonNull(effect.cause()).kind()).isEqualTo(CauseKind.EDIT);
        });
    }

    @Test
    void cancelsWhatAVersionWithoutFactsHad() throws Exception {
        send(1, goods("A", 1));
        harness.getOutput().clear();

        send(2);

        assertThat(effects())
                .singleElement()
                .satisfies(effect -> assertThat(
                                Objects.requireNonNull(effect.cause()).kind())
                        .isEqualTo(CauseKind.CANCEL));
    }

    @Test
    void onlyTellsOfAStaleOrRepeatedVersion() throws Exception {
        send(2, goods("A", 1));
        harness.getOutput().clear();

        send(2, goods("A", 1));
        send(1, goods("A", 5));

        assertThat(effects()).containsExactly(VersionEffect.STALE, VersionEffect.STALE);
    }

    @Test
    void setsAsideAVersionOfFactsBeyondRetention() throws Exception {
        harness.processWatermark(EIGHT + 401 * DAY_MS);

        send(1, goods("A", 1));

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(harness.getSideOutput(RetentionGuard.BEYOND_RETENTION)).hasSize(1);
    }

    @Test
    void leavesOutWhatIsBeyondRetentionAndCountsTheRest() throws Exception {
        harness.processWatermark(EIGHT + 401 * DAY_MS);
        Fact recent =
                Sales.fact(FactKind.RETURN, (EIGHT + 402 * DAY_MS) * 1_000, "shopify", "UK", "A", 1, 1_000_000, null);
        Fact old = Sales.fact(FactKind.COHORT_RETURN, EIGHT * 1_000, "shopify", "UK", "A", 1, 1_000_000, null);

        send(1, recent, old);
        send(2);

        assertThat(effects())
                .extracting(VersionEffect::diff)
                .containsExactly(new FactDiff(List.of(), List.of(recent)), new FactDiff(List.of(recent), List.of()));
        assertThat(harness.getSideOutput(RetentionGuard.BEYOND_RETENTION)).hasSize(2);
    }

    @Test
    void forgetsAnEntityOnceRetentionIsOver() throws Exception {
        send(1, goods("A", 1));
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

        harness.processWatermark(EIGHT + 401 * DAY_MS);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void keepsAnEntityLongerThatChangedLater() throws Exception {
        send(1, goods("A", 1));
        send(3 * DAY_MS * 1_000, goods("A", 2));
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);

        harness.processWatermark(EIGHT + 402 * DAY_MS);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

        harness.processWatermark(EIGHT + 404 * DAY_MS);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void tellsAllFactsOfEachHigherVersion() throws Exception {
        send(1, goods("A", 1), goods("B", 1));
        send(3, goods("B", 1));
        send(2, goods("C", 1));

        assertThat(currentFacts())
                .extracting(CurrentFacts::facts)
                .containsExactly(List.of(goods("A", 1), goods("B", 1)), List.of(goods("B", 1)));
        assertThat(Objects.requireNonNull(currentFacts().get(1).cause()))
                .isEqualTo(new Cause("order/uk/1", new EntityVersion(EIGHT * 1_000 + 3, 2, 0), CauseKind.EDIT));
    }

    @Test
    void tellsThatAnEntityIsForgottenUnlessItChangedSince() throws Exception {
        send(1, goods("A", 1));
        harness.processWatermark(EIGHT + 401 * DAY_MS);

        long forgottenAt = (EIGHT / DAY_MS + 401) * DAY_MS;
        assertThat(currentFacts())
                .last()
                .isEqualTo(CurrentFacts.forgotten("order/uk/1", (forgottenAt - 400 * DAY_MS) * 1_000));
    }

    @Test
    void keepsFactsWhenTheInputEnds() throws Exception {
        send(1, goods("A", 1));
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(currentFacts()).hasSize(1);
    }

    private List<CurrentFacts> currentFacts() {
        return harness.getSideOutput(DiffVersionsFunction.CURRENT_FACTS).stream()
                .map(record -> record.getValue())
                .toList();
    }

    private List<VersionEffect> effects() {
        return harness.extractOutputValues();
    }

    private void send(long version, Fact... facts) throws Exception {
        harness.processElement(
                new EntityChange(
                        "order/uk/1",
                        new EntityFacts(new EntityVersion(EIGHT * 1_000 + version, 2, 0), List.of(facts)),
                        new Position("sales.order.v1", 0, version)),
                0);
    }

    private static Fact goods(String sku, long units) {
        return Sales.fact(FactKind.GOODS, EIGHT * 1_000, "shopify", "UK", sku, units, units * 1_000_000, null);
    }
}
