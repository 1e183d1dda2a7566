package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.jobs.kpi.SeriesMessage.Arrivals;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SumChangesOperatorTest {
    private static final long EIGHT = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    private static final long MINUTE_MS = 60_000;
    /** Those that a line of goods is of: in total, by region and SKU, and in the sets of rates in total and by region. */
    private static final int SERIES = 5;

    private static final long KNOWN_AT = 1;
    private static final Cause CAUSE = new Cause("order/uk/1", new EntityVersion(KNOWN_AT, 0, 0), CauseKind.LATE);

    private OneInputStreamOperatorTestHarness<VersionEffect, SeriesMessage> harness = harness();

    @BeforeEach
    void open() throws Exception {
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void sendsOneMessagePerSeriesHoweverManyLines() throws Exception {
        add(goods("A", 1, EIGHT), goods("A", 2, EIGHT));
        add(goods("B", 1, EIGHT));
        harness.setProcessingTime(1_000);

        assertThat(messages())
                .extracting(SeriesMessage::key)
                .containsExactly(
                        "total",
                        "source-region\u001fshopify\u001fUK",
                        "sku\u001fA",
                        "sku\u001fB",
                        "commerce",
                        "commerce-region\u001fshopify\u001fUK");
        assertThat(messages())
                .allMatch(message -> message.caused().isEmpty())
                .allMatch(message -> message.contributions().size() == 1);
        assertThat(messages().get(0).arrivals()).isEqualTo(new Arrivals(2, 0, 0, 3));
    }

    @Test
    void keepsSlicesApart() throws Exception {
        add(goods("A", 1, EIGHT), goods("A", 1, EIGHT + MINUTE_MS - 1), goods("A", 1, EIGHT + MINUTE_MS));
        harness.setProcessingTime(1_000);

        assertThat(messages().get(0).contributions())
                .extracting(one -> one.values()[1])
                .containsExactly(2L, 1L);
    }

    @Test
    void sendsWhatIsOnTimeBeforeTheNextWatermark() throws Exception {
        add(goods("A", 1, EIGHT));
        assertThat(harness.getOutput()).isEmpty();

        harness.processWatermark(EIGHT);

        assertThat(harness.getOutput()).hasSize(SERIES + 1).last().isEqualTo(new Watermark(EIGHT));
    }

    @Test
    void keepsNothingBackAtACheckpoint() throws Exception {
        add(goods("A", 1, EIGHT));
        harness.prepareSnapshotPreBarrier(1);

        assertThat(messages()).hasSize(SERIES);
    }

    @Test
    void sendsWhatIsLateWithItsCauseBesideWhatWaited() throws Exception {
        harness.processWatermark(EIGHT - 1);
        add(goods("A", 1, EIGHT));
        add(goods("A", 1, EIGHT - 1));
        add(goods("A", 1, EIGHT - 2));
        harness.setProcessingTime(1_000);

        assertThat(messages()).hasSize(SERIES).allSatisfy(message -> {
            assertThat(message.contributions()).hasSize(1);
            assertThat(message.caused())
                    .flatExtracting(CausedChange::contributions)
                    .extracting(Contribution::timeMicros)
                    .containsExactly((EIGHT - 1) * 1_000, (EIGHT - 2) * 1_000);
        });
    }

    @Test
    void takesWhatComesBehindTheWatermarkOfBeforeARestartForLate() throws Exception {
        harness.processWatermark(EIGHT);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.setup();
        harness.initializeState(snapshot);
        harness.open();

        add(goods("A", 1, EIGHT));
        harness.setProcessingTime(1_000);

        assertThat(messages())
                .hasSize(SERIES)
                .flatExtracting(SeriesMessage::caused)
                .extracting(CausedChange::cause)
                .containsOnly(CAUSE)
                .hasSize(SERIES);
    }

    @Test
    void saysNothingOfWhatWasTakenBackMeanwhileButCountsIt() throws Exception {
        add(goods("A", 1, EIGHT));
        harness.processElement(new VersionEffect(CAUSE, new FactDiff(List.of(goods("A", 1, EIGHT)), List.of())), 0);
        harness.processElement(VersionEffect.STALE, 0);
        harness.setProcessingTime(1_000);

        assertThat(messages())
                .containsExactly(new SeriesMessage("total", List.of(), List.of(), KNOWN_AT, new Arrivals(3, 1, 1, 1)));
    }

    private void add(Fact... facts) throws Exception {
        harness.processElement(new VersionEffect(CAUSE, new FactDiff(List.of(), List.of(facts))), 0);
    }

    private List<SeriesMessage> messages() {
        return harness.extractOutputValues();
    }

    private static Fact goods(String sku, long units, long timeMs) {
        return Sales.fact(FactKind.GOODS, timeMs * 1_000, "shopify", "UK", sku, units, units * 1_000_000, null);
    }

    private static OneInputStreamOperatorTestHarness<VersionEffect, SeriesMessage> harness() {
        try {
            return new OneInputStreamOperatorTestHarness<>(
                    SumChangesOperator.ofVersions(Script.settings().plan()));
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
