package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.SalesSums;
import com.sentia.verification.bench.ValueLine;
import java.io.Serializable;
import java.util.List;

/** Which KPIs are made of a window's sums. */
@FunctionalInterface
interface KpisOfSums extends Serializable {
    List<ValueLine> values(SalesSums sums, String member, long end);
}
