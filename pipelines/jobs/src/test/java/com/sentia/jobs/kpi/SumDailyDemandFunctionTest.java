package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SumDailyDemandFunctionTest {
    private static final long EIGHT = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    /** Of the day in London. */
    private static final long END = Instant.parse("2026-06-01T23:00:00Z").toEpochMilli();

    private KeyedOneInputStreamOperatorTestHarness<String, DemandMove, VersionEffect> harness = harness();
    private OneInputStreamOperatorTestHarness<VersionEffect, DemandMove> picking = picking();

    @BeforeEach
    void open() throws Exception {
        harness.open();
        picking.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
        picking.close();
    }

    @Test
    void tellsTheDayAnewWithEachOrder() throws Exception {
        send("order/1", diff(null, goods(EIGHT, "A", 3)));
        send("order/2", diff(null, goods(EIGHT + HOUR_MS, "A", 2)));
        send("order/1", diff(goods(EIGHT, "A", 3), null));

        assertThat(told())
                .containsExactly(
                        effect("order/1/demand-of-2026-06-01", null, demand(END, "A", 3)),
                        effect("order/2/demand-of-2026-06-01", demand(END, "A", 3), demand(END, "A", 5)),
                        effect("order/1/demand-of-2026-06-01", demand(END, "A", 5), demand(END, "A", 2)));
    }

    @Test
    void tellsUnderTwoCausesOfAnOrderThatMovesToAnotherDay() throws Exception {
        send("order/1", diff(null, goods(EIGHT, "A", 3)));

        send("order/1", diff(goods(EIGHT, "A", 3), goods(EIGHT + DAY_MS, "A", 3)));

        assertThat(told().subList(1, 3))
                .containsExactlyInAnyOrder(
                        effect("order/1/demand-of-2026-06-01", demand(END, "A", 3), null),
                        effect("order/1/demand-of-2026-06-02", null, demand(END + DAY_MS, "A", 3)));
    }

    @Test
    void saysNothingOfAnEditThatLeavesTheDaysUnits() throws Exception {
        send("order/1", diff(null, goods(EIGHT, "A", 3)));

        send("order/1", diff(goods(EIGHT, "A", 3), goods(EIGHT + HOUR_MS, "A", 3)));

        assertThat(told()).hasSize(1);
    }

    @Test
    void keepsNothingOfADayWhoseOrdersAreCancelled() throws Exception {
        send("order/1", diff(null, goods(EIGHT, "A", 3)));
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);

        send("order/1", diff(goods(EIGHT, "A", 3), null));

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void forgetsADayAfterRetention() throws Exception {
        send("order/1", diff(null, goods(EIGHT, "A", 3)));
        send("order/2", diff(null, goods(EIGHT, "A", 2)));
        harness.processWatermark(EIGHT + 400 * DAY_MS);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

        harness.processWatermark(EIGHT + 402 * DAY_MS);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void goesOnFromACheckpoint() throws Exception {
        send("order/1", diff(null, goods(EIGHT, "A", 3)));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.setup();
        harness.initializeState(snapshot);
        harness.open();

        send("order/2", diff(null, goods(EIGHT, "A", 2)));

        assertThat(told())
                .containsExactly(effect("order/2/demand-of-2026-06-01", demand(END, "A", 3), demand(END, "A", 5)));
    }

    private List<VersionEffect> told() {
        return harness.extractOutputValues();
    }

    /** As the job does, by way of what picks the days. */
    private void send(String entity, FactDiff diff) throws Exception {
        int before = picking.extractOutputValues().size();
        picking.processElement(new VersionEffect(cause(entity), diff), 0);
        List<DemandMove> picked = picking.extractOutputValues();
        for (DemandMove move : picked.subList(before, picked.size())) {
            harness.processElement(move, 0);
        }
    }

    private static VersionEffect effect(String cause, @Nullable Fact before, @Nullable Fact after) {
        return new VersionEffect(cause(cause), diff(before, after));
    }

    private static Cause cause(String entity) {
        return new Cause(entity, new EntityVersion(1, 2, 0), CauseKind.EDIT);
    }

    private static FactDiff diff(@Nullable Fact before, @Nullable Fact after) {
        return new FactDiff(before == null ? List.of() : List.of(before), after == null ? List.of() : List.of(after));
    }

    private static Fact goods(long timeMs, String sku, long units) {
        return Sales.fact(FactKind.GOODS, timeMs * 1_000, "shopify", "UK", sku, units, 10, null);
    }

    private static Fact demand(long endMs, String sku, long units) {
        return Fact.of(FactKind.DEMAND, endMs * 1_000 - 1)
                .with(Attribute.SKU, sku)
                .with(Figure.UNITS, units)
                .with(Figure.UNITS_SQUARED, units * units)
                .build();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DemandMove, VersionEffect> harness() {
        try {
            return new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(
                            new SumDailyDemandFunction(Script.settings().plan())),
                    DemandMove::key,
                    Types.STRING);
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }

    private static OneInputStreamOperatorTestHarness<VersionEffect, DemandMove> picking() {
        try {
            return new OneInputStreamOperatorTestHarness<>(
                    new StreamFlatMap<>(new PickDemandFunction(Script.settings().plan())));
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
