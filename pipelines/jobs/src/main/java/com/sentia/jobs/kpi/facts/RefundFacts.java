package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.RefundAdjustment;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.SalesRefund;
import java.time.Instant;

/**
 * A refund: itself, the units that came back, when they did and once more when their order was placed, and discounts granted
 * with it; nothing when its order was cancelled.
 */
final class RefundFacts {
    private RefundFacts() {}

    static EntityFacts of(SalesRefund refund, BusinessCurrency currency) {
        if (FactList.isDeleted(refund.getOp()) || !OrderFacts.counts(refund.getOrderStatus())) {
            return FactList.none(refund.getVersion());
        }
        FactList facts = new FactList().in(currency.other(refund.getCurrency()));
        long amount = 0;
        for (RefundLine line : refund.getLines()) {
            facts.add(returned(FactKind.RETURN, refund.getRefundedAt(), refund, line));
            if (refund.getOrderPlacedAt() != null) {
                facts.add(returned(FactKind.COHORT_RETURN, refund.getOrderPlacedAt(), refund, line));
            }
            amount += line.getAmountMicros();
        }
        if (!refund.getLines().isEmpty()) {
            facts.add(fact(FactKind.REFUND, refund.getRefundedAt(), refund).with(Figure.AMOUNT, amount));
        }
        for (RefundAdjustment adjustment : refund.getAdjustments()) {
            facts.add(fact(FactKind.DISCOUNT, refund.getRefundedAt(), refund)
                    .with(Figure.AMOUNT, adjustment.getAmountMicros()));
        }
        return facts.of(refund.getVersion(), true);
    }

    private static Fact.Builder returned(FactKind kind, Instant at, SalesRefund refund, RefundLine line) {
        return fact(kind, at, refund)
                .with(Attribute.SKU, line.getSku())
                .with(Attribute.CATEGORY, line.getCategory())
                .with(Figure.UNITS, line.getQuantity())
                .with(Figure.AMOUNT, line.getAmountMicros());
    }

    private static Fact.Builder fact(FactKind kind, Instant at, SalesRefund refund) {
        return Fact.of(kind, FactList.micros(at))
                .with(Attribute.SOURCE, refund.getSource())
                .with(Attribute.REGION, refund.getRegion())
                .with(Attribute.CHANNEL, refund.getChannel())
                .with(Attribute.SEGMENT, refund.getCustomerSegment());
    }
}
