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
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppendFactsFunctionTest {
    private static final long EIGHT = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    private static final long DAY_MS = 86_400_000;
    private static final EntityVersion VERSION = new EntityVersion(EIGHT * 1_000, 0, 0);
    private static final Fact FACT =
            Sales.fact(FactKind.GOODS, EIGHT * 1_000, "shopify", "UK", "A", 1, 1_000_000, null);
    private static final EntityChange CHANGE = new EntityChange(
            "line/uk/1", new EntityFacts(VERSION, List.of(FACT)), new Position("sales.order.v1", 0, 1));

    private final OneInputStreamOperatorTestHarness<EntityChange, VersionEffect> harness = harness();

    @BeforeEach
    void open() throws Exception {
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void addsEveryFactAsIfItHadComeLate() throws Exception {
        harness.processElement(CHANGE, 0);

        assertThat(harness.extractOutputValues())
                .containsExactly(new VersionEffect(
                        new Cause("line/uk/1", VERSION, CauseKind.LATE), new FactDiff(List.of(), List.of(FACT))));
    }

    @Test
    void setsAsideFactsBeyondRetention() throws Exception {
        harness.processWatermark(EIGHT + 401 * DAY_MS);

        harness.processElement(CHANGE, 0);

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(harness.getSideOutput(RetentionGuard.BEYOND_RETENTION)).hasSize(1);
    }

    private static OneInputStreamOperatorTestHarness<EntityChange, VersionEffect> harness() {
        try {
            return new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(
                    new AppendFactsFunction(Script.settings().plan())));
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
