package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.OrderLine;
import org.apache.flink.api.common.functions.AggregateFunction;

/** Adds up a window line by line, so that no window keeps its lines. */
final class SalesSums implements AggregateFunction<OrderLine, SalesSums.Sums, SalesSums.Sums> {

    /** Sums of one window; changed in place. */
    public static final class Sums {
        public long netMicros;
        public long units;
        public long orders;
    }

    @Override
    public Sums createAccumulator() {
        return new Sums();
    }

    @Override
    public Sums add(OrderLine line, Sums sums) {
        sums.netMicros = Math.addExact(sums.netMicros, line.amountMicros());
        sums.units += line.units();
        sums.orders += line.isFirst() ? 1 : 0;
        return sums;
    }

    @Override
    public Sums getResult(Sums sums) {
        return sums;
    }

    @Override
    public Sums merge(Sums one, Sums other) {
        one.netMicros = Math.addExact(one.netMicros, other.netMicros);
        one.units += other.units;
        one.orders += other.orders;
        return one;
    }
}
