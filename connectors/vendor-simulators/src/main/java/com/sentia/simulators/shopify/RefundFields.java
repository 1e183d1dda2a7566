package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.Charge;
import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RefundPart;
import com.sentia.simulators.retail.RetailOrder;
import java.util.List;
import java.util.Map;

/** The fields of a refund and of what stands on it. */
final class RefundFields {
    /** A refund of an order. */
    record RefundOf(RetailOrder order, Refund refund) {}

    /** Units of a line that were given back. */
    record PartOf(RetailOrder order, RefundPart part) {}

    /** A discount given with a refund. */
    record AdjustmentOf(Charge charge) {}

    /** Shipping given back. */
    record RefundShippingOf(RetailOrder order, Charge charge) {}

    private RefundFields() {}

    static ObjectType<RefundOf> refund() {
        return ObjectType.of(RefundOf.class, "Refund")
                .with("id", refund -> Gid.of("Refund", refund.refund().id()))
                .with(
                        "legacyResourceId",
                        refund -> Long.toString(refund.refund().id()))
                .with("createdAt", refund -> OrderFields.time(refund.refund().at()))
                .with("processedAt", refund -> OrderFields.time(refund.refund().at()))
                .with("updatedAt", refund -> OrderFields.time(refund.refund().at()))
                .with("order", RefundOf::order)
                .with("totalRefundedSet", refund -> Money.Bag.of(refund.refund().amountMicros()))
                .with("refundLineItems", RefundFields::parts)
                .with("orderAdjustments", RefundFields::adjustments)
                .with("refundShippingLines", RefundFields::shipping)
                .always(null, "note", "return", "staffMember", "duties");
    }

    static ObjectType<PartOf> part() {
        return ObjectType.of(PartOf.class, "RefundLineItem")
                .with("id", part -> Gid.of("RefundLineItem", part.part().id()))
                .with(
                        "lineItem",
                        part -> new LineFields.LineOf(part.order(), part.part().line()))
                .with("quantity", part -> part.part().units())
                .with("priceSet", part -> Money.Bag.of(part.part().priceMicros()))
                .with("subtotalSet", part -> Money.Bag.of(part.part().amountMicros()))
                .always(Money.Bag.of(0), "totalTaxSet")
                .always("RETURN", "restockType")
                .always(true, "restocked")
                .always(null, "location");
    }

    static ObjectType<AdjustmentOf> adjustment() {
        return ObjectType.of(AdjustmentOf.class, "OrderAdjustment")
                .with(
                        "id",
                        adjustment ->
                                Gid.of("OrderAdjustment", adjustment.charge().number()))
                .with(
                        "amountSet",
                        adjustment -> Money.Bag.of(adjustment.charge().amountMicros()))
                .always(Money.Bag.of(0), "taxAmountSet")
                .always("CUSTOMER", "reason");
    }

    static ObjectType<RefundShippingOf> refundShipping() {
        return ObjectType.of(RefundShippingOf.class, "RefundShippingLine")
                .with(
                        "id",
                        shipping ->
                                Gid.of("RefundShippingLine", shipping.charge().number()))
                .with("shippingLine", RefundFields::shippingLine)
                .with(
                        "subtotalAmountSet",
                        shipping -> Money.Bag.of(shipping.charge().amountMicros()))
                .always(Money.Bag.of(0), "taxAmountSet");
    }

    private static Connection parts(RefundOf refund, Map<String, Object> arguments, Moment moment) {
        List<RefundPart> parts = refund.refund().parts();
        Connection page = Connection.of(parts, part -> new Cursor(0, part.id()), PageRequest.of(arguments));
        return page.map(part -> partOf(refund, part, moment), RefundPart.class);
    }

    private static PartOf partOf(RefundOf refund, RefundPart part, Moment moment) {
        moment.serve(part.sourceLine());
        return new PartOf(refund.order(), part);
    }

    private static Connection adjustments(RefundOf refund, Map<String, Object> arguments, Moment moment) {
        return LineFields.charges(refund.refund().discounts(), arguments, moment)
                .map(AdjustmentOf::new, Charge.class);
    }

    private static Connection shipping(RefundOf refund, Map<String, Object> arguments, Moment moment) {
        return LineFields.charges(refund.refund().shipping(), arguments, moment)
                .map(charge -> new RefundShippingOf(refund.order(), charge), Charge.class);
    }

    /** Shipping given back on an order that had none points to a line that is no longer on the order. */
    private static LineFields.ShippingOf shippingLine(RefundShippingOf shipping) {
        List<Charge> charged = shipping.order().shipping();
        return charged.isEmpty()
                ? new LineFields.ShippingOf(
                        new Charge(shipping.charge().number(), shipping.charge().title(), 0), true)
                : new LineFields.ShippingOf(charged.get(0), false);
    }
}
