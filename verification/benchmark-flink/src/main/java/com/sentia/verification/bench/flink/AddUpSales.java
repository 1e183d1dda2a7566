package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.SalesSums;
import org.apache.flink.api.common.functions.AggregateFunction;

/** Adds a line to its window's sums. */
final class AddUpSales implements AggregateFunction<OrderLine, SalesSums, SalesSums> {

    @Override
    public SalesSums createAccumulator() {
        return new SalesSums();
    }

    @Override
    public SalesSums add(OrderLine line, SalesSums sums) {
        return sums.add(line);
    }

    @Override
    public SalesSums getResult(SalesSums sums) {
        return sums;
    }

    @Override
    public SalesSums merge(SalesSums one, SalesSums other) {
        return one.add(other);
    }
}
