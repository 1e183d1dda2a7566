package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.Charge;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.RefundPart;
import com.sentia.simulators.retail.RetailOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The fields of what stands on an order: goods, shipping, discounts. */
final class LineFields {
    /** Goods on an order. */
    record LineOf(RetailOrder order, OrderLine line) {
        private int left(Moment moment) {
            int returned = order.refundsBy(moment.second()).stream()
                    .flatMap(refund -> refund.parts().stream())
                    .filter(part -> part.line().number() == line.number())
                    .mapToInt(RefundPart::units)
                    .sum();
            return Math.max(0, line.quantity() - returned);
        }
    }

    /** Shipping of an order; removed when it is only there to be given back. */
    record ShippingOf(Charge charge, boolean isRemoved) {}

    /** A discount of the whole order. */
    record DiscountOf(RetailOrder order, Charge charge, int index) {}

    /** What of a discount falls to a line. */
    record AllocationOf(DiscountOf discount, long micros) {}

    /** A share in per cent. */
    record Percentage(BigDecimal value) {}

    private LineFields() {}

    static ObjectType<LineOf> lineItem() {
        return ObjectType.of(LineOf.class, "LineItem")
                .with("id", item -> Gid.of("LineItem", item.line().number()))
                .with("sku", item -> item.line().sku())
                .with("title", item -> item.line().title())
                .with("name", item -> item.line().title())
                .with("quantity", item -> item.line().quantity())
                .with("currentQuantity", (item, arguments, moment) -> item.left(moment))
                .with("refundableQuantity", (item, arguments, moment) -> item.left(moment))
                .with("unfulfilledQuantity", (item, arguments, moment) -> item.left(moment))
                .with("nonFulfillableQuantity", item -> 0)
                .with("originalUnitPriceSet", item -> price(item))
                .with("discountedUnitPriceSet", item -> price(item))
                .with("discountedUnitPriceAfterAllDiscountsSet", item -> price(item))
                .with("originalTotalSet", item -> total(item))
                .with("discountedTotalSet", item -> total(item))
                .with("priceAfterAllDiscountsBeforeTaxesSet", item -> total(item))
                .with("product", (item, arguments, moment) -> product(item, moment))
                .with("variant", (item, arguments, moment) -> variant(item, moment))
                .always(Money.Bag.of(0), "totalDiscountSet")
                .with("discountAllocations", LineFields::allocations)
                .always(List.of(), "taxLines", "duties", "customAttributes")
                .always(null, "variantTitle", "sellingPlan", "lineItemGroup", "staffMember", "image", "contract")
                .always("Sentia", "vendor")
                .always(true, "requiresShipping", "restockable", "merchantEditable")
                .always(false, "isGiftCard", "taxable");
    }

    static ObjectType<ShippingOf> shippingLine() {
        return ObjectType.of(ShippingOf.class, "ShippingLine")
                .with("id", shipping -> Gid.of("ShippingLine", shipping.charge().number()))
                .with("title", shipping -> shipping.charge().title())
                .with("isRemoved", ShippingOf::isRemoved)
                .with(
                        "originalPriceSet",
                        shipping -> Money.Bag.of(shipping.charge().amountMicros()))
                .with(
                        "discountedPriceSet",
                        shipping -> Money.Bag.of(shipping.charge().amountMicros()))
                .with(
                        "currentDiscountedPriceSet",
                        shipping -> Money.Bag.of(shipping.charge().amountMicros()))
                .always(List.of(), "taxLines", "discountAllocations")
                .always(null, "carrierIdentifier", "code", "deliveryCategory", "phone", "shippingRateHandle")
                .always("shopify", "source")
                .always(true, "custom");
    }

    static ObjectType<DiscountOf> discount() {
        return ObjectType.of(DiscountOf.class, "ManualDiscountApplication")
                .with("index", DiscountOf::index)
                .with("title", discount -> discount.charge().title())
                .with("value", LineFields::value)
                .always(null, "description")
                .always("ACROSS", "allocationMethod")
                .always("ALL", "targetSelection")
                .always("LINE_ITEM", "targetType");
    }

    static ObjectType<AllocationOf> allocation() {
        return ObjectType.of(AllocationOf.class, "DiscountAllocation")
                .with("allocatedAmountSet", allocation -> Money.Bag.of(allocation.micros()))
                .with("allocatedAmount", allocation -> new Money(allocation.micros()))
                .with("discountApplication", AllocationOf::discount);
    }

    static ObjectType<Percentage> percentage() {
        return ObjectType.of(Percentage.class, "PricingPercentageValue").with("percentage", Percentage::value);
    }

    private static Object value(DiscountOf discount) {
        return DiscountShares.isPercentage(discount.order(), discount.charge())
                ? new Percentage(DiscountShares.percentage(discount.order(), discount.charge()))
                : new Money(discount.charge().amountMicros());
    }

    private static List<AllocationOf> allocations(LineOf item) {
        return discounts(item.order()).stream()
                .map(discount ->
                        new AllocationOf(discount, DiscountShares.share(item.order(), discount.charge(), item.line())))
                .filter(allocation -> allocation.micros() > 0)
                .toList();
    }

    private static List<DiscountOf> discounts(RetailOrder order) {
        return IntStream.range(0, order.discounts().size())
                .mapToObj(index -> new DiscountOf(order, order.discounts().get(index), index))
                .toList();
    }

    static Connection lineItems(RetailOrder order, Map<String, Object> arguments, Moment moment) {
        Connection page = Connection.of(order.goods(), line -> new Cursor(0, line.number()), PageRequest.of(arguments));
        return page.map(line -> lineOf(order, line, moment), OrderLine.class);
    }

    static Connection shippingLines(RetailOrder order, Map<String, Object> arguments, Moment moment) {
        Connection page = charges(order.shipping(), arguments, moment);
        return page.map(charge -> new ShippingOf(charge, false), Charge.class);
    }

    static @Nullable ShippingOf shippingLine(RetailOrder order, Map<String, Object> arguments, Moment moment) {
        return order.shipping().isEmpty()
                ? null
                : new ShippingOf(order.shipping().get(0), false);
    }

    static Connection discountApplications(RetailOrder order, Map<String, Object> arguments, Moment moment) {
        Connection page =
                Connection.of(discounts(order), discount -> new Cursor(0, discount.index()), PageRequest.of(arguments));
        return page.map(
                discount -> {
                    moment.serve(discount.charge().number());
                    return discount;
                },
                DiscountOf.class);
    }

    /** A page of charges, which are served by it. */
    static Connection charges(List<Charge> charges, Map<String, Object> arguments, Moment moment) {
        Connection page = Connection.of(charges, charge -> new Cursor(0, charge.number()), PageRequest.of(arguments));
        return page.map(
                charge -> {
                    moment.serve(charge.number());
                    return charge;
                },
                Charge.class);
    }

    private static LineOf lineOf(RetailOrder order, OrderLine line, Moment moment) {
        if (!order.carrier()) {
            moment.serve(line.number());
        }
        return new LineOf(order, line);
    }

    private static @Nullable Object product(LineOf item, Moment moment) {
        return moment.catalog().ofSku(item.line().sku(), moment.second()).orElse(null);
    }

    private static @Nullable Object variant(LineOf item, Moment moment) {
        return moment.catalog()
                .ofSku(item.line().sku(), moment.second())
                .map(Catalog.Variant::new)
                .orElse(null);
    }

    private static Money.Bag price(LineOf item) {
        return Money.Bag.of(item.line().priceMicros());
    }

    private static Money.Bag total(LineOf item) {
        return Money.Bag.of(item.line().priceMicros() * item.line().quantity());
    }
}
