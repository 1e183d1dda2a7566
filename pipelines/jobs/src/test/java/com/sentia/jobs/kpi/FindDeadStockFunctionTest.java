package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindDeadStockFunctionTest {
    private static final long EIGHT = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    private static final long DAY_MS = 86_400_000;
    private static final String LEVEL = "stock/w1/A@1";
    private static final String ORDER = "order/1";

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
    void tellsAheadOfTimeWhenStockWillBeDead() throws Exception {
        send(LEVEL, add(stock(0, "A", 50)));
        send(ORDER, add(sale(80, "A")));

        assertThat(told())
                .containsExactly(
                        effect(LEVEL, "A", add(dead(90, 50))),
                        effect(ORDER, "A", new FactDiff(List.of(dead(90, 50)), List.of(dead(170, 50)))));
    }

    @Test
    void takesBackWhatACancelledOrderSaidUnderThatCause() throws Exception {
        send(LEVEL, add(stock(0, "A", 50)));
        send(ORDER, add(sale(80, "A")));

        send(ORDER, new FactDiff(List.of(sale(80, "A")), List.of()));

        assertThat(told())
                .last()
                .isEqualTo(effect(ORDER, "A", new FactDiff(List.of(dead(170, 50)), List.of(dead(90, 50)))));
    }

    @Test
    void hasACauseForEachArticleOfAnOrder() throws Exception {
        send(LEVEL, add(stock(0, "A", 50)));
        send("stock/w1/B@1", add(stock(0, "B", 7)));

        send(ORDER, add(sale(1, "A"), sale(1, "B")));

        assertThat(told())
                .extracting(VersionEffect::cause)
                .endsWith(cause(ORDER + "/dead-stock/A"), cause(ORDER + "/dead-stock/B"));
    }

    @Test
    void saysNothingOfASaleThatChangesNothing() throws Exception {
        send(LEVEL, add(stock(0, "A", 50)));
        send(ORDER, add(sale(80, "A")));

        send("order/2", add(sale(60, "A")));

        assertThat(told()).hasSize(2);
    }

    @Test
    void goesOnFromACheckpoint() throws Exception {
        send(LEVEL, add(stock(0, "A", 50)));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.setup();
        harness.initializeState(snapshot);
        harness.open();

        send(ORDER, add(sale(100, "A")));

        assertThat(told()).containsExactly(effect(ORDER, "A", add(dead(100, -50), dead(190, 50))));
    }

    @Test
    void sumsUpWhatIsBeyondRetention() throws Exception {
        send(LEVEL, add(stock(0, "A", 50)));
        send("stock/w1/A@2", add(stock(3, "A", 20)));
        send(ORDER, add(sale(5, "A"), sale(6, "A")));
        assertThat(harness.numEventTimeTimers()).isEqualTo(4);

        harness.processWatermark(EIGHT + 410 * DAY_MS);

        assertThat(harness.numEventTimeTimers()).isZero();
        // What is known at a glance, and the sum of its moves.
        assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
        send("order/2", add(sale(420, "A")));
        assertThat(told()).last().isEqualTo(effect("order/2", "A", add(dead(420, -70), dead(510, 70))));
    }

    @Test
    void forgetsAnArticleThatWasNeverStocked() throws Exception {
        send(ORDER, add(sale(5, "A")));
        assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

        harness.processWatermark(EIGHT + 410 * DAY_MS);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private List<VersionEffect> told() {
        return harness.extractOutputValues();
    }

    /** As the job does, by way of what picks the articles. */
    private void send(String entity, FactDiff diff) throws Exception {
        List<KeyedEffect> picked = new ArrayList<>();
        new PickArticlesFunction().flatMap(new VersionEffect(cause(entity), diff), new ListCollector<>(picked));
        for (KeyedEffect article : picked) {
            harness.processElement(article, 0);
        }
    }

    private static VersionEffect effect(String entity, String article, FactDiff diff) {
        return new VersionEffect(cause(entity + "/dead-stock/" + article), diff);
    }

    private static Cause cause(String key) {
        return new Cause(key, new EntityVersion(1, 2, 0), CauseKind.EDIT);
    }

    private static FactDiff add(Fact... facts) {
        return new FactDiff(List.of(), List.of(facts));
    }

    private static Fact sale(long day, String sku) {
        return at(FactKind.GOODS, day)
                .with(Attribute.SKU, sku)
                .with(Figure.UNITS, 1)
                .build();
    }

    private static Fact stock(long day, String sku, long amount) {
        return at(FactKind.STOCK, day)
                .with(Attribute.SKU, sku)
                .with(Attribute.WAREHOUSE, "W1")
                .with(Figure.ON_HAND, 1)
                .with(Figure.AMOUNT, amount)
                .build();
    }

    private static Fact dead(long day, long amount) {
        return at(FactKind.DEAD_STOCK, day)
                .with(Attribute.WAREHOUSE, "W1")
                .with(Figure.AMOUNT, amount)
                .build();
    }

    private static Fact.Builder at(FactKind kind, long day) {
        return Fact.of(kind, (EIGHT + day * DAY_MS) * 1_000);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, KeyedEffect, VersionEffect> harness() {
        try {
            return new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(
                            new FindDeadStockFunction(Script.settings().plan())),
                    KeyedEffect::key,
                    Types.STRING);
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
