package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.SalesSums;
import com.sentia.verification.bench.ValueLine;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Flink's own sliding windows: each line is added to every window it lies in. */
final class SlidingWindowGraph {
    private static final String TOTAL = "";
    private static final long MICROS_PER_MS = 1_000;

    private final Duration size;
    private final Duration step;

    private SlidingWindowGraph(Duration size, Duration step) {
        this.size = size;
        this.step = step;
    }

    static DataStream<ValueLine> of(DataStream<OrderLine> lines, ContenderSettings settings) {
        SlidingWindowGraph graph = new SlidingWindowGraph(
                Duration.of(settings.window().size(), ChronoUnit.MICROS),
                Duration.of(settings.window().step(), ChronoUnit.MICROS));
        DataStream<ValueLine> values = graph.windows(lines, line -> TOTAL, SalesSums::values)
                .union(graph.windows(lines, OrderLine::region, SalesSums::values));
        return settings.breakdown().hasSkus()
                ? values.union(graph.windows(lines, OrderLine::sku, SalesSums::valuesOfArticle))
                : values;
    }

    private DataStream<ValueLine> windows(
            DataStream<OrderLine> lines, KeySelector<OrderLine, String> member, KpisOfSums kpis) {
        return lines.keyBy(member, Types.STRING)
                .window(SlidingEventTimeWindows.of(size, step))
                .aggregate(
                        new AddUpSales(),
                        new Values(kpis),
                        TypeInformation.of(SalesSums.class),
                        TypeInformation.of(ValueLine.class));
    }

    /** The KPIs of one window. */
    private record Values(KpisOfSums kpis) implements WindowFunction<SalesSums, ValueLine, String, TimeWindow> {

        @Override
        public void apply(String member, TimeWindow window, Iterable<SalesSums> sums, Collector<ValueLine> out) {
            kpis.values(sums.iterator().next(), member, window.getEnd() * MICROS_PER_MS)
                    .forEach(out::collect);
        }
    }
}
