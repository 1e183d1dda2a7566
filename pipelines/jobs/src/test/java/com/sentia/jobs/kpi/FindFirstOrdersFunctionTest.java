package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.FactKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindFirstOrdersFunctionTest {
    private static final long EIGHT = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    private static final long DAY_MS = 86_400_000;
    private static final String ANNA = "k1:anna";
    private static final String BERT = "k1:bert";

    private KeyedOneInputStreamOperatorTestHarness<String, KeyedEffect, VersionEffect> harness = harness();

    @BeforeEach
    void open() throws Exception {
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void tellsAnotherFirstOrderWhenTheFirstIsCancelled() throws Exception {
        send("order/1", diff(null, order(EIGHT, ANNA)));
        send("order/2", diff(null, order(EIGHT + 5, ANNA)));

        send("order/1", diff(order(EIGHT, ANNA), null));

        assertThat(told())
                .containsExactly(
                        effect("order/1", null, first(EIGHT)), effect("order/1", first(EIGHT), first(EIGHT + 5)));
    }

    @Test
    void tellsTheEarlierOrderThatComesLate() throws Exception {
        send("order/1", diff(null, order(EIGHT, ANNA)));
        harness.processWatermark(EIGHT + DAY_MS);

        send("order/2", diff(null, order(EIGHT - 5, ANNA)));

        assertThat(told()).last().isEqualTo(effect("order/2", first(EIGHT), first(EIGHT - 5)));
    }

    @Test
    void tellsOfBothCustomersOfAnOrderThatChangesHands() throws Exception {
        send("order/1", diff(null, order(EIGHT, ANNA)));

        send("order/1", diff(order(EIGHT, ANNA), order(EIGHT, BERT)));

        assertThat(told())
                .containsExactlyInAnyOrder(
                        effect("order/1", null, first(EIGHT)),
                        new VersionEffect(cause("order/1/first-order-of-former-customer"), diff(first(EIGHT), null)),
                        effect("order/1", null, first(EIGHT)));
    }

    @Test
    void saysNothingOfAnEditThatLeavesInstantAndPlace() throws Exception {
        send("order/1", diff(null, order(EIGHT, ANNA)));

        send("order/1", diff(order(EIGHT, ANNA), order(EIGHT, ANNA, 99)));

        assertThat(told()).hasSize(1);
    }

    @Test
    void knowsAfterYearsThatThereWasACustomer() throws Exception {
        send("order/1", diff(null, order(EIGHT, ANNA)));
        send("order/2", diff(null, order(EIGHT + DAY_MS, ANNA)));
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

        harness.processWatermark(EIGHT + 402 * DAY_MS);

        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        send("order/2", diff(order(EIGHT + DAY_MS, ANNA), null));
        send("order/3", diff(null, order(EIGHT + 800 * DAY_MS, ANNA)));
        assertThat(told()).hasSize(1);
    }

    @Test
    void keepsNothingOfACustomerWithoutOrders() throws Exception {
        send("order/1", diff(null, order(EIGHT, ANNA)));

        send("order/1", diff(order(EIGHT, ANNA), null));

        assertThat(told()).last().isEqualTo(effect("order/1", first(EIGHT), null));
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void goesOnFromACheckpoint() throws Exception {
        send("order/1", diff(null, order(EIGHT, ANNA)));
        send("order/2", diff(null, order(EIGHT + 5, ANNA)));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.setup();
        harness.initializeState(snapshot);
        harness.open();

        send("order/1", diff(order(EIGHT, ANNA), null));

        assertThat(told()).containsExactly(effect("order/1", first(EIGHT), first(EIGHT + 5)));
    }

    private List<VersionEffect> told() {
        return harness.extractOutputValues();
    }

    /** As the job does, by way of what picks the orders. */
    private void send(String entity, FactDiff diff) throws Exception {
        List<KeyedEffect> picked = new ArrayList<>();
        new PickOrdersFunction().flatMap(new VersionEffect(cause(entity), diff), collectingIn(picked));
        for (KeyedEffect orders : picked) {
            harness.processElement(orders, 0);
        }
    }

    private static Collector<KeyedEffect> collectingIn(List<KeyedEffect> list) {
        return new Collector<>() {
            @Override
            public void collect(KeyedEffect orders) {
                list.add(orders);
            }

            @Override
            public void close() {
                // A list needs no closing.
            }
        };
    }

    private static VersionEffect effect(String order, @Nullable Fact before, @Nullable Fact after) {
        return new VersionEffect(cause(order + "/first-order"), diff(before, after));
    }

    private static Cause cause(String entity) {
        return new Cause(entity, new EntityVersion(1, 2, 0), CauseKind.EDIT);
    }

    private static FactDiff diff(@Nullable Fact before, @Nullable Fact after) {
        return new FactDiff(before == null ? List.of() : List.of(before), after == null ? List.of() : List.of(after));
    }

    private static Fact order(long timeMs, String customer) {
        return order(timeMs, customer, 10);
    }

    private static Fact order(long timeMs, String customer, long amount) {
        return Sales.fact(FactKind.ORDER, timeMs * 1_000, "shopify", "UK", null, 0, amount, customer);
    }

    private static Fact first(long timeMs) {
        return Sales.fact(FactKind.NEW_CUSTOMER, timeMs * 1_000, "shopify", "UK", null, 0, 0, null);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, KeyedEffect, VersionEffect> harness() {
        try {
            return new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(
                            new FindFirstOrdersFunction(Script.settings().plan())),
                    KeyedEffect::key,
                    Types.STRING);
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
