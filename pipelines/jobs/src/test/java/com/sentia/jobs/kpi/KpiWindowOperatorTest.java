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
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.SeriesMessage.Arrivals;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.Restatement;
import com.sentia.timescale.WriterProgress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KpiWindowOperatorTest {
    private static final long EIGHT = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    private static final long NINE = EIGHT + 3_600_000;
    private static final long TEN = NINE + 3_600_000;
    private static final long DAY_MS = 86_400_000;
    private static final long GENERATION = 41;

    private KeyedTwoInputStreamOperatorTestHarness<String, SeriesMessage, RateVersion, KpiWrite> harness = opened(null);
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
    void correctsOnceForWhatIsLateAtOnceTheTotalFirstAndWideSetsLast() throws Exception {
        send("o1", EIGHT, "A", 1);
        watermark(TEN - 1);
        int before = parts(KpiWrite::change).size();
        send("o2", EIGHT, "A", 2);
        send("o3", EIGHT + 60_000, "A", 4);
        assertThat(parts(KpiWrite::change)).hasSize(before);

        harness.setProcessingTime(50_000);

        List<KpiChange> corrected =
                parts(KpiWrite::change).stream().filter(KpiChange::superseding).toList();
        assertThat(corrected)
                .extracting(
                        change -> List.of(change.kpi(), change.dimensions(), change.window(), change.windowEndMicros()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(corrected.get(0).dimensions()).isEmpty();
        assertThat(corrected)
                .extracting(change -> change.dimensions().containsKey("sku"))
                .contains(false, true)
                .isSorted();
    }

    @Test
    void takesWhatComesBehindTheWatermarkOfBeforeARestartForLate() throws Exception {
        send("o1", EIGHT, "A", 1);
        watermark(TEN - 1);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = opened(snapshot);

        send("o2", EIGHT + 60_000, "A", 2);
        watermark(TEN - 1);

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
                .hasStackTraceContaining("keeps other figures than the state holds");
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
        harness.setProcessingTime(1_200);
        harness.setProcessingTime(3_000);
        assertThat(harness.numKeyedStateEntries()).isPositive();

        watermark(NINE + (402 + 92) * DAY_MS);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void convertsALateAmountThatWaitsWhenItsRateComesOnce() throws Exception {
        send("o1", EIGHT, "A", 2, "EUR");
        watermark(TEN - 1);
        send("o2", EIGHT, "A", 1, "EUR");
        rate("EUR", EIGHT, 900_000_000, 1);
        harness.setProcessingTime(1_000);

        assertThat(grossSales()).hasToString("2.700000");
        assertThat(lastGrossSales().flags()).isEmpty();
    }

    @Test
    void restatesWhatARateTouchesOnceForAllThatComeTogether() throws Exception {
        send("o1", EIGHT, "A", 2, "EUR");
        send("o2", EIGHT, "A", 1, null);
        watermark(TEN - 1);
        assertThat(grossSales()).hasToString("1.000000");
        assertThat(lastGrossSales().flags()).containsExactly("RATE_MISSING");

        rate("EUR", EIGHT - DAY_MS, 800_000_000, 1);
        rate("EUR", EIGHT, 850_000_000, 2);
        rate("EUR", EIGHT, 900_000_000, 1);
        harness.setProcessingTime(50);

        assertThat(grossSales()).hasToString("2.700000");
        assertThat(lastGrossSales().flags()).isEmpty();
        assertThat(lastGrossSales().revision()).isEqualTo(2);
        assertThat(parts(KpiWrite::restatement))
                .filteredOn(entry -> entry.kpi().equals("gross_sales")
                        && entry.window().equals("1h/1m")
                        && entry.dimensions().isEmpty())
                .extracting(entry -> entry.causeKey() + " " + entry.causeKind() + " " + entry.firstDelta())
                .containsExactly("rate/EUR/2026-05-31 RATE 1.600000", "rate/EUR/2026-06-01 RATE 0.100000");
    }

    @Test
    void knowsRatesAndNativeAmountsAfterARestart() throws Exception {
        rate("EUR", EIGHT, 500_000_000, 1);
        send("o1", EIGHT, "A", 2, "EUR");
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = opened(snapshot);

        send("o2", EIGHT, "A", 2, "EUR");
        rate("EUR", EIGHT, 700_000_000, 1);
        rate("EUR", EIGHT, 600_000_000, 2);
        harness.setProcessingTime(50);
        watermark(TEN - 1);

        assertThat(grossSales()).hasToString("2.400000");
    }

    /** A day's, as it was last written for the hour that ends a minute after eight. */
    private BigDecimal grossSales() {
        return Objects.requireNonNull(lastGrossSales().value());
    }

    private KpiChange lastGrossSales() {
        List<KpiChange> all = parts(KpiWrite::change).stream()
                .filter(change -> change.kpi().equals("gross_sales")
                        && change.dimensions().isEmpty()
                        && change.window().equals("1h/1m")
                        && change.windowEndMicros() == (EIGHT + 60_000) * 1_000)
                .toList();
        return all.get(all.size() - 1);
    }

    private void rate(String currency, long timeMs, long nanos, long version) throws Exception {
        long day = Instant.ofEpochMilli(timeMs)
                .atZone(Script.settings().businessZone())
                .toLocalDate()
                .toEpochDay();
        harness.processElement2(
                new StreamRecord<>(new RateVersion(currency, day, nanos, "bank", new EntityVersion(version, 0, 0)), 0));
    }

    private void watermark(long timeMs) throws Exception {
        latestWatermark = timeMs;
        harness.processWatermark1(new Watermark(timeMs));
    }

    private void send(String order, long timeMs, String sku, long units) throws Exception {
        send(order, timeMs, sku, units, null);
    }

    private void send(String order, long timeMs, String sku, long units, @Nullable String currency) throws Exception {
        List<Fact> facts = List.of(
                fact(FactKind.ORDER, timeMs, null, 0, null), fact(FactKind.GOODS, timeMs, sku, units, currency));
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
            harness.processElement1(new StreamRecord<>(
                    new SeriesMessage(
                            change.key(),
                            change.contributions(),
                            change.caused(),
                            timeMs * 1_000,
                            isTotal ? new Arrivals(1, 0, 0, facts.size()) : null),
                    0));
        }
    }

    private static Fact fact(FactKind kind, long timeMs, @Nullable String sku, long units, @Nullable String currency) {
        Fact.Builder fact = Fact.of(kind, timeMs * 1_000)
                .with(Attribute.SOURCE, "shopify")
                .with(Attribute.REGION, "UK")
                .with(Figure.AMOUNT, units * 1_000_000)
                .in(currency);
        return kind == FactKind.GOODS
                ? fact.with(Attribute.SKU, sku).with(Figure.UNITS, units).build()
                : fact.build();
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

    private static KeyedTwoInputStreamOperatorTestHarness<String, SeriesMessage, RateVersion, KpiWrite> opened(
            @Nullable OperatorSubtaskState from) {
        return opened(from, Script.settings());
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, SeriesMessage, RateVersion, KpiWrite> opened(
            @Nullable OperatorSubtaskState from, KpiSettings settings) {
        try {
            KeyedTwoInputStreamOperatorTestHarness<String, SeriesMessage, RateVersion, KpiWrite> harness =
                    new KeyedTwoInputStreamOperatorTestHarness<>(
                            new KpiWindowOperator(settings.plan(), (subtask, parallelism, finalTo) -> GENERATION),
                            SeriesMessage::key,
                            RateVersion::currency,
                            Types.STRING);
            harness.setup();
            if (from != null) {
                harness.initializeState(from);
            }
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            return harness;
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
