package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.ValueLine;
import com.sentia.verification.bench.flink.SalesSums.Sums;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final int SCALE = 6;
    private static final long MICROS_PER_MS = 1_000;

    private SlidingWindowGraph() {}

    static DataStream<ValueLine> of(DataStream<OrderLine> lines) {
        return windows(lines, line -> TOTAL).union(windows(lines, OrderLine::region));
    }

    private static DataStream<ValueLine> windows(DataStream<OrderLine> lines, KeySelector<OrderLine, String> region) {
        return lines.keyBy(region, Types.STRING)
                .window(SlidingEventTimeWindows.of(ContenderSettings.SIZE, ContenderSettings.STEP))
                .aggregate(
                        new SalesSums(),
                        new Values(),
                        TypeInformation.of(Sums.class),
                        TypeInformation.of(ValueLine.class));
    }

    /** The KPIs of one window. */
    private static final class Values implements WindowFunction<Sums, ValueLine, String, TimeWindow> {

        @Override
        public void apply(String region, TimeWindow window, Iterable<Sums> aggregate, Collector<ValueLine> out) {
            Sums sums = aggregate.iterator().next();
            long end = window.getEnd() * MICROS_PER_MS;
            BigDecimal net = BigDecimal.valueOf(sums.netMicros, SCALE);
            out.collect(new ValueLine("net_sales", region, end, net.toPlainString()));
            out.collect(new ValueLine(
                    "units",
                    region,
                    end,
                    BigDecimal.valueOf(sums.units).setScale(SCALE).toPlainString()));
            out.collect(new ValueLine("aov", region, end, ratio(net, sums.orders)));
        }

        private static String ratio(BigDecimal net, long orders) {
            return orders == 0
                    ? ValueLine.NOTHING
                    : net.divide(BigDecimal.valueOf(orders), SCALE, RoundingMode.HALF_EVEN)
                            .toPlainString();
        }
    }
}
