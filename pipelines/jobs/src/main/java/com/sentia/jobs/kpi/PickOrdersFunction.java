package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.FirstOrder;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * What versions change of orders, apart by customer. The ledger names a cause once for a series: so what is told of first orders has causes of
 * its own, beside those of the versions it follows from, also where an order passes from one customer to another.
 */
final class PickOrdersFunction implements FlatMapFunction<VersionEffect, KeyedEffect> {
    private static final String FIRST_ORDER = "/first-order";
    private static final String FORMER_CUSTOMER = "/first-order-of-former-customer";

    @Override
    public void flatMap(VersionEffect effect, Collector<KeyedEffect> out) {
        Cause cause = effect.cause();
        if (cause == null) {
            return;
        }
        Map<String, FactDiff> byCustomer = FirstOrder.byCustomer(effect.diff());
        byCustomer.forEach((customer, diff) -> {
            boolean isFormer = byCustomer.size() > 1 && diff.additions().isEmpty();
            Cause own =
                    new Cause(cause.key() + (isFormer ? FORMER_CUSTOMER : FIRST_ORDER), cause.version(), cause.kind());
            out.collect(new KeyedEffect(customer, new VersionEffect(own, diff)));
        });
    }
}
