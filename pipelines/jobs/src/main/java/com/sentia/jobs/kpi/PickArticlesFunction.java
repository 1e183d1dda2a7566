package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.DeadStock;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * What versions change of sales and stock, apart by article. The ledger names a cause once for a series: so each article of a version has a
 * cause of its own.
 */
final class PickArticlesFunction implements FlatMapFunction<VersionEffect, KeyedEffect> {
    private static final String DEAD_STOCK = "/dead-stock/";

    @Override
    public void flatMap(VersionEffect effect, Collector<KeyedEffect> out) {
        Cause cause = effect.cause();
        if (cause == null) {
            return;
        }
        DeadStock.byArticle(effect.diff()).forEach((article, diff) -> {
            Cause own = new Cause(cause.key() + DEAD_STOCK + article, cause.version(), cause.kind());
            out.collect(new KeyedEffect(article, new VersionEffect(own, diff)));
        });
    }
}
