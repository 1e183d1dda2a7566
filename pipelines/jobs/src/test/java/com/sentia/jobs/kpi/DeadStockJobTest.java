package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.jobs.kpi.WrittenTable.Starts;
import com.sentia.jobs.kpi.recomputed.Recomputation.Row;
import com.sentia.runtime.Position;
import com.sentia.runtime.UnitProgress;
import com.sentia.timescale.KpiWrite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Levels and orders through the whole job: stock dies by itself, lives again when it sells, also late. */
class DeadStockJobTest {
    private static final long DAY = 86_400_000_000L;
    /** 2026-01-01. */
    private static final long START = 20_454 * DAY;

    private final List<CanonicalEvent> events = new ArrayList<>();

    @Test
    void tellsTheShareOfStockThatIsDead(@TempDir Path folder) throws Exception {
        level("A", 50);
        level("B", 30);
        progress(95);
        order(1, 100, "A");
        progress(130);
        order(2, 120, "B");
        progress(300);

        KpiRun run = run(folder);

        Map<Long, String> dead = values(run, "dead_stock", "");
        assertThat(at(dead, 89)).isIn("0", "none");
        assertThat(at(dead, 95)).isEqualTo("80");
        assertThat(at(dead, 105)).isEqualTo("30");
        assertThat(at(dead, 125)).isEqualTo("0");
        assertThat(at(dead, 195)).isEqualTo("50");
        assertThat(at(dead, 215)).isEqualTo("80");
        assertThat(at(values(run, "dead_stock", "warehouse=W1"), 195)).isEqualTo("50");
        Map<Long, String> share = values(run, "dead_stock_share", "");
        assertThat(at(share, 95)).isEqualTo("1000000");
        assertThat(at(share, 195)).isEqualTo("625000");
    }

    private KpiRun run(Path folder) throws Exception {
        StreamExecutionEnvironment environment = KpiRun.environment(2, folder);
        CollectingSink<KpiWrite> writes = CollectingSink.create();
        Starts starts = Starts.create();
        KpiJob.define(
                ScriptedPartitions.of(events, Script.FEED).read(environment),
                ScriptedRates.none(environment),
                new KpiOutputs(
                        writes,
                        new DiscardingSink<>(),
                        CollectingSink.create(),
                        CollectingSink.create(),
                        new DiscardingSink<>()),
                starts,
                new KpiPlan("kpi", DeadStockJobTest::catalogue, Duration.ofMillis(20), Duration.ofDays(400)));
        environment.execute();
        return new KpiRun(List.copyOf(writes.written()), List.of(), starts, 0);
    }

    private static KpiCatalogue catalogue() {
        return SalesCatalogue.whole(ZoneOffset.UTC)
                .publishing(Map.of("dead_stock", 1, "dead_stock_share", 1, "stock_value", 1));
    }

    private void level(String sku, long amount) {
        Fact stands = Fact.of(FactKind.STOCK, START)
                .with(Attribute.SKU, sku)
                .with(Attribute.WAREHOUSE, "W1")
                .with(Figure.ON_HAND, 1)
                .with(Figure.AMOUNT, amount)
                .build();
        events.add(CanonicalEvent.of(new EntityChange("stock/w1/" + sku, facts(stands), position(), START)));
    }

    private void order(int number, long day, String sku) {
        Fact line = Fact.of(FactKind.GOODS, START + day * DAY)
                .with(Attribute.SKU, sku)
                .with(Figure.UNITS, 1)
                .build();
        events.add(CanonicalEvent.of(new EntityChange("order/" + number, facts(line), position())));
    }

    private void progress(long day) {
        long complete = START + day * DAY;
        events.add(CanonicalEvent.of(new UnitProgress(position(), "shopify", "uk", "order", complete, events.size())));
    }

    private EntityFacts facts(Fact fact) {
        return new EntityFacts(new EntityVersion(fact.timeMicros(), 0, events.size()), List.of(fact));
    }

    private Position position() {
        return new Position("script", 0, events.size());
    }

    private static Map<Long, String> values(KpiRun run, String kpi, String series) {
        Map<Long, String> values = new TreeMap<>();
        for (Row row : run.rows()) {
            if (row.kpi().equals(kpi) && row.series().equals(series)) {
                values.put(row.end(), String.valueOf(row.value()));
            }
        }
        return values;
    }

    /** What stands at the end, in millionths. */
    private static String at(Map<Long, String> values, long day) {
        Map.Entry<Long, String> row = new TreeMap<>(values).floorEntry(START + day * DAY);
        return row == null ? "none" : row.getValue();
    }
}
