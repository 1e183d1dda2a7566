package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.InventoryLevel;

/** What a warehouse holds of one article; what has no cost known is worth nothing here. */
final class StockFacts {
    private StockFacts() {}

    static EntityFacts of(InventoryLevel level, BusinessCurrency currency) {
        if (FactList.isDeleted(level.getOp())) {
            return FactList.none(level.getVersion());
        }
        Long cost = level.getUnitCostMicros();
        FactList facts = new FactList().in(cost == null ? null : currency.other(level.getCurrency()));
        facts.add(Fact.of(FactKind.STOCK, FactList.micros(level.getMeasuredAt()))
                .with(Attribute.SOURCE, level.getSource())
                .with(Attribute.SKU, level.getSku())
                .with(Attribute.WAREHOUSE, level.getWarehouse())
                .with(Attribute.CATEGORY, level.getCategory())
                .with(Figure.ON_HAND, level.getOnHand())
                .with(Figure.AVAILABLE, level.getAvailable())
                .with(Figure.AMOUNT, cost == null ? 0 : FactList.product(Math.max(level.getOnHand(), 0), cost))
                .with(Figure.STOCKED, level.getIsStocked() ? 1 : 0)
                .with(Figure.OUT, level.getIsStocked() && level.getAvailable() <= 0 ? 1 : 0)
                .with(Figure.INCOMING, level.getIncoming())
                .with(Figure.NEGATIVE, level.getOnHand() < 0 ? 1 : 0));
        return facts.of(level.getVersion(), true);
    }
}
