package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactChange;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.GatheredChanges;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.jobs.kpi.SeriesMessage.Arrivals;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.Restatement;
import com.sentia.timescale.WriterProgress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KpiWindowOperatorTest {
    private static final long EIGHT = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    private static final long NINE = EIGHT + 3_600_000;
    private static final long TEN = NINE + 3_600_000;
    private static final long DAY_MS = 86_400_000;
    private static final long GENERATION = 41;

    private KeyedOneInputStreamOperatorTestHarness<String, SeriesMessage, KpiWrite> harness = opened(null);
    private long latestWatermark = Long.MIN_VALUE;

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void tellsWhatIsFinalAfterTheRows() throws Exception {
        send("o1", EIGHT, "A", 1);
        watermark(NINE - 1);

        List<KpiWrite> writes = writes();
        KpiWrite last = writes.get(writes.size() - 1);
        assertThat(Objects.requireNonNull(last.progress()).finalToMicros()).isEqualTo(NINE * 1_000);
        assertThat(writes.subList(0, writes.size() - 1)).isNotEmpty().allMatch(write -> write.change() != null);
    }

    @Test
    void numbersItsRowsUnderTheGenerationItTook() throws Exception {
        send("o1", EIGHT, "A", 1);
        watermark(NINE - 1);

        List<KpiChange> changes = parts(KpiWrite::change);
        assertThat(changes).allMatch(change -> change.generation() == GENERATION);
        assertThat(changes).extracting(KpiChange::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void takesWhatComesBehindTheWatermarkOfBeforeARestartForLate() throws Exception {
        send("o1", EIGHT, "A", 1);
        watermark(TEN - 1);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = opened(snapshot);

        send("o2", EIGHT + 60_000, "A", 2);

        assertThat(parts(KpiWrite::change)).isNotEmpty().allMatch(KpiChange::superseding);
        assertThat(parts(KpiWrite::change))
                .filteredOn(change ->
                        change.kpi().equals("units") && change.window().equals("1h/1m"))
                .filteredOn(change -> !change.delete() && change.windowEndMicros() == (EIGHT + 120_000) * 1_000)
                .allMatch(change -> change.revision() == 1)
                .hasSize(2);
        assertThat(parts(KpiWrite::restatement))
                .isNotEmpty()
                .extracting(Restatement::causeKey)
                .containsOnly("o2");
        watermark(TEN);
        assertThat(lastProgress().counters())
                .containsEntry("late_records", 1L)
                .containsEntry("versions_seen", 2L)
                .containsEntry("additions", 4L);
    }

    @Test
    void refusesStateThatHoldsOtherFigures() throws Exception {
        send("o1", EIGHT, "A", 1);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        KpiSettings other = Script.settings(SalesCatalogue.text().replace("7d/1h", "6d/1h"));

        assertThatThrownBy(() -> opened(snapshot, other))
                .hasStackTraceContaining("the KPI catalogue keeps other figures than the state holds");
        assertThatThrownBy(() -> opened(snapshot, Script.settings(SalesCatalogue.text(), ZoneId.of("Asia/Kolkata"))))
                .hasStackTraceContaining("day in Asia/Kolkata");
        opened(snapshot, Script.settings(SalesCatalogue.text().replace("Gross sales", "Sales")))
                .close();
    }

    @Test
    void showsOpenValuesWithoutAWatermarkButNotPerSku() throws Exception {
        send("o1", EIGHT, "A", 1);
        harness.setProcessingTime(20);

        assertThat(parts(KpiWrite::change))
                .isNotEmpty()
                .noneMatch(change -> change.dimensions().containsKey("sku"))
                .anyMatch(change -> change.dimensions().isEmpty());
    }

    @Test
    void showsOpenValuesPerSkuOnceThereIsAWatermark() throws Exception {
        watermark(EIGHT - 1);
        send("o1", EIGHT, "A", 1);
        harness.setProcessingTime(1_000);

        assertThat(parts(KpiWrite::change))
                .filteredOn(change -> change.dimensions().containsKey("sku"))
                .extracting(change -> change.kpi() + " " + change.window())
                .containsExactlyInAnyOrder(
                        "units 24h/1h",
                        "net_sales 24h/1h",
                        "units 7d/1h",
                        "net_sales 7d/1h",
                        "units day",
                        "net_sales day");
    }

    @Test
    void remembersNothingOnceRetentionIsOver() throws Exception {
        send("o1", EIGHT, "A", 1);
        harness.setProcessingTime(1_000);
        watermark(NINE);
        send("o2", EIGHT, "B", 1);
        harness.setProcessingTime(3_000);
        assertThat(harness.numKeyedStateEntries()).isPositive();

        watermark(NINE + (402 + 92) * DAY_MS);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    private void watermark(long timeMs) throws Exception {
        latestWatermark = timeMs;
        harness.processWatermark(timeMs);
    }

    private void send(String order, long timeMs, String sku, long units) throws Exception {
        List<Fact> facts = List.of(fact(FactKind.ORDER, timeMs, null, 0), fact(FactKind.GOODS, timeMs, sku, units));
        KpiCatalogue catalogue = SalesCatalogue.in(Script.settings().businessZone());
        GatheredChanges changes = new GatheredChanges(catalogue);
        FactDiff diff = new FactDiff(List.of(), facts);
        if (timeMs <= latestWatermark) {
            changes.addLate(new Cause(order, new EntityVersion(1, 0, 0), CauseKind.LATE), diff);
        } else {
            changes.add(diff);
        }
        for (FactChange change : changes.drain()) {
            boolean isTotal = change.set().equals(DimensionSet.TOTAL);
            harness.processElement(
                    new SeriesMessage(
                            change.key(),
                            change.contributions(),
                            change.caused(),
                            isTotal ? new Arrivals(1, 0, 0, facts.size()) : null),
                    0);
        }
    }

    private static Fact fact(FactKind kind, long timeMs, @Nullable String sku, long units) {
        return Sales.fact(kind, timeMs * 1_000, "shopify", "UK", sku, units, units * 1_000_000, null);
    }

    private List<KpiWrite> writes() {
        return new ArrayList<>(harness.extractOutputValues());
    }

    private <T> List<T> parts(Function<KpiWrite, @Nullable T> part) {
        List<T> found = new ArrayList<>();
        for (KpiWrite write : writes()) {
            T present = part.apply(write);
            if (present != null) {
                found.add(present);
            }
        }
        return found;
    }

    private WriterProgress lastProgress() {
        List<WriterProgress> all = parts(KpiWrite::progress);
        return all.get(all.size() - 1);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SeriesMessage, KpiWrite> opened(
            @Nullable OperatorSubtaskState from) {
        return opened(from, Script.settings());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SeriesMessage, KpiWrite> opened(
            @Nullable OperatorSubtaskState from, KpiSettings settings) {
        try {
            KeyedOneInputStreamOperatorTestHarness<String, SeriesMessage, KpiWrite> harness =
                    new KeyedOneInputStreamOperatorTestHarness<>(
                            new KpiWindowOperator(settings.plan(), (subtask, parallelism, finalTo) -> GENERATION),
                            SeriesMessage::key,
                            Types.STRING);
            harness.setup();
            if (from != null) {
                harness.initializeState(from);
            }
            harness.open();
            return harness;
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
