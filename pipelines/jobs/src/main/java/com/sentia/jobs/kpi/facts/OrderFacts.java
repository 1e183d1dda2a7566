package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.OrderDiscount;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.SalesOrder;

/** An order: itself, its lines and discounts; of a cancelled one only that it was placed. */
final class OrderFacts {
    private static final String PLACED = "placed";
    private static final String CANCELLED = "cancelled";

    private OrderFacts() {}

    static EntityFacts of(SalesOrder order, BusinessCurrency currency) {
        if (FactList.isDeleted(order.getOp())) {
            return FactList.none(order.getVersion());
        }
        boolean counts = counts(order.getStatus());
        FactList facts = new FactList();
        facts.add(fact(FactKind.PLACEMENT, order).with(Attribute.STATE, counts ? PLACED : CANCELLED));
        if (counts) {
            facts.in(currency.other(order.getCurrency()));
            add(order, facts);
        }
        return facts.of(order.getVersion(), counts);
    }

    /** @throws UnfitRecordException for a status that this program doesn't know */
    static boolean counts(OrderStatus status) {
        if (status == OrderStatus.UNKNOWN) {
            throw new UnfitRecordException("unknown-status", "the order's status is not known to this program");
        }
        return status == OrderStatus.PLACED;
    }

    private static void add(SalesOrder order, FactList facts) {
        long amount = 0;
        for (OrderLine line : order.getLines()) {
            long price = FactList.product(line.getQuantity(), line.getUnitPriceMicros());
            facts.add(fact(FactKind.GOODS, order)
                    .with(Attribute.SKU, line.getSku())
                    .with(Attribute.CATEGORY, line.getCategory())
                    .with(Attribute.SEGMENT, order.getCustomerSegment())
                    .with(Figure.UNITS, line.getQuantity())
                    .with(Figure.AMOUNT, price));
            amount += price;
        }
        for (OrderDiscount discount : order.getDiscounts()) {
            facts.add(fact(FactKind.DISCOUNT, order)
                    .with(Attribute.SEGMENT, order.getCustomerSegment())
                    .with(Figure.AMOUNT, discount.getAmountMicros()));
            amount -= discount.getAmountMicros();
        }
        facts.add(fact(FactKind.ORDER, order)
                .with(Attribute.CUSTOMER, order.getCustomerKey())
                .with(Attribute.SEGMENT, order.getCustomerSegment())
                .with(Figure.AMOUNT, amount));
    }

    private static Fact.Builder fact(FactKind kind, SalesOrder order) {
        return Fact.of(kind, FactList.micros(order.getPlacedAt()))
                .with(Attribute.SOURCE, order.getSource())
                .with(Attribute.REGION, order.getRegion())
                .with(Attribute.CHANNEL, order.getChannel());
    }
}
