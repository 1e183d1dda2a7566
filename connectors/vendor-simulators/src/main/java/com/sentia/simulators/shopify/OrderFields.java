package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.Charge;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RefundPart;
import com.sentia.simulators.retail.RetailOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The fields of an order as it stood at a moment. */
final class OrderFields {
    private static final long NUMBER_LIMIT = 1_000_000_000;

    private OrderFields() {}

    static ObjectType<RetailOrder> order() {
        ObjectType<RetailOrder> type = ObjectType.of(RetailOrder.class, "Order");
        identity(type);
        times(type);
        amounts(type);
        return type.with("lineItems", LineFields::lineItems)
                .with("shippingLines", LineFields::shippingLines)
                .with("shippingLine", LineFields::shippingLine)
                .with("discountApplications", LineFields::discountApplications)
                .with("refunds", OrderFields::refunds)
                .with("transactions", TransactionFields::of)
                .with("customer", order -> customer(order))
                .with(
                        "email",
                        order -> order.customer() == null
                                ? null
                                : Person.of(order.customer()).email())
                .with(
                        "phone",
                        order -> order.customer() == null
                                ? null
                                : Person.of(order.customer()).phone())
                .with("shippingAddress", CustomerFields::address)
                .with("billingAddress", CustomerFields::address)
                .with("displayAddress", CustomerFields::address)
                .always(List.of(), "tags", "taxLines", "currentTaxLines", "discountCodes", "customAttributes")
                .always(List.of(), "additionalFees", "disputes", "alerts", "risks", "paymentGatewayNames");
    }

    private static void identity(ObjectType<RetailOrder> type) {
        type.with("id", order -> Gid.of("Order", order.id()))
                .with("legacyResourceId", order -> Long.toString(order.id()))
                .with("name", order -> "#" + order.id())
                .with("number", order -> (int) (order.id() % NUMBER_LIMIT))
                .with("confirmationNumber", order -> "C" + order.id())
                .with("displayFinancialStatus", (order, arguments, moment) -> financialStatus(order, moment))
                .with(
                        "currentSubtotalLineItemsQuantity",
                        (order, arguments, moment) -> quantity(order) - returned(order, moment))
                .with("subtotalLineItemsQuantity", order -> quantity(order))
                .always(Money.CURRENCY, "currencyCode", "presentmentCurrencyCode")
                .always("web", "sourceName")
                .always("en", "customerLocale")
                .always("UNFULFILLED", "displayFulfillmentStatus")
                .always("NO_RETURN", "returnStatus")
                .always("LOW", "riskLevel")
                .always(false, "test", "edited", "closed", "taxesIncluded", "taxExempt", "estimatedTaxes", "unpaid")
                .always(false, "dutiesIncluded", "hasTimelineComment", "canMarkAsPaid", "capturable", "productNetwork")
                .always(true, "confirmed", "fullyPaid", "requiresShipping", "billingAddressMatchesShippingAddress")
                .always(null, "note", "poNumber", "discountCode", "cancellation", "sourceIdentifier", "clientIp")
                .always(null, "purchasingEntity", "paymentTerms", "staffMember", "retailLocation", "cartToken");
    }

    private static void times(ObjectType<RetailOrder> type) {
        type.with("createdAt", order -> time(order.placedAt()))
                .with("processedAt", order -> time(order.placedAt()))
                .with("updatedAt", (order, arguments, moment) -> time(order.updatedAt(moment.second())))
                .with(
                        "cancelledAt",
                        (order, arguments, moment) ->
                                order.isCancelledBy(moment.second()) ? time(order.cancelledAt()) : null)
                .with(
                        "cancelReason",
                        (order, arguments, moment) -> order.isCancelledBy(moment.second()) ? "CUSTOMER" : null)
                .always(null, "closedAt");
    }

    private static void amounts(ObjectType<RetailOrder> type) {
        bag(type, "subtotalPriceSet", order -> goods(order) - discounts(order));
        bag(type, "totalPriceSet", OrderFields::total);
        bag(type, "originalTotalPriceSet", OrderFields::total);
        bag(type, "totalReceivedSet", OrderFields::total);
        bag(type, "totalDiscountsSet", OrderFields::discounts);
        bag(type, "cartDiscountAmountSet", OrderFields::discounts);
        bag(type, "currentCartDiscountAmountSet", OrderFields::discounts);
        bag(type, "currentTotalDiscountsSet", OrderFields::discounts);
        bag(type, "totalShippingPriceSet", OrderFields::shipping);
        bagNow(type, "totalRefundedSet", Refund::amountMicros);
        bagNow(type, "totalRefundedShippingSet", refund -> sum(refund.shipping()));
        type.with(
                        "netPaymentSet",
                        (order, arguments, moment) ->
                                Money.Bag.of(total(order) - refunded(order, moment, Refund::amountMicros)))
                .with(
                        "currentTotalPriceSet",
                        (order, arguments, moment) ->
                                Money.Bag.of(total(order) - refunded(order, moment, Refund::amountMicros)))
                .with(
                        "currentShippingPriceSet",
                        (order, arguments, moment) -> Money.Bag.of(
                                shipping(order) - refunded(order, moment, refund -> sum(refund.shipping()))))
                .with(
                        "currentSubtotalPriceSet",
                        (order, arguments, moment) -> Money.Bag.of(
                                goods(order) - discounts(order) - refunded(order, moment, OrderFields::goodsRefunded)))
                .always(Money.Bag.of(0), "totalTaxSet", "currentTotalTaxSet", "totalOutstandingSet")
                .always(Money.Bag.of(0), "totalTipReceivedSet", "totalCapturableSet", "refundDiscrepancySet");
    }

    private static void bag(ObjectType<RetailOrder> type, String field, ToLongFunction<RetailOrder> micros) {
        type.with(field, order -> Money.Bag.of(micros.applyAsLong(order)));
    }

    private static void bagNow(ObjectType<RetailOrder> type, String field, ToLongFunction<Refund> micros) {
        type.with(field, (order, arguments, moment) -> Money.Bag.of(refunded(order, moment, micros)));
    }

    private static List<RefundFields.RefundOf> refunds(
            RetailOrder order, Map<String, Object> arguments, Moment moment) {
        Object first = arguments.get("first");
        long limit = first == null ? PageRequest.LARGEST : PageRequest.size("first", first);
        return order.refundsBy(moment.second()).stream()
                .limit(limit)
                .map(refund -> new RefundFields.RefundOf(order, refund))
                .toList();
    }

    private static @Nullable Person customer(RetailOrder order) {
        return order.customer() == null ? null : Person.of(order.customer());
    }

    private static String financialStatus(RetailOrder order, Moment moment) {
        List<Refund> refunds = order.refundsBy(moment.second());
        if (refunds.isEmpty()) {
            return "PAID";
        }
        return returned(order, moment) >= quantity(order) ? "REFUNDED" : "PARTIALLY_REFUNDED";
    }

    private static int quantity(RetailOrder order) {
        return order.goods().stream().mapToInt(OrderLine::quantity).sum();
    }

    private static int returned(RetailOrder order, Moment moment) {
        int units = order.refundsBy(moment.second()).stream()
                .flatMap(refund -> refund.parts().stream())
                .mapToInt(RefundPart::units)
                .sum();
        return Math.min(units, quantity(order));
    }

    private static long goods(RetailOrder order) {
        return order.goods().stream()
                .mapToLong(line -> line.priceMicros() * line.quantity())
                .sum();
    }

    private static long goodsRefunded(Refund refund) {
        return refund.parts().stream().mapToLong(RefundPart::amountMicros).sum();
    }

    private static long shipping(RetailOrder order) {
        return sum(order.shipping());
    }

    private static long discounts(RetailOrder order) {
        return sum(order.discounts());
    }

    static long total(RetailOrder order) {
        return goods(order) + shipping(order) - discounts(order);
    }

    private static long sum(List<Charge> charges) {
        return charges.stream().mapToLong(Charge::amountMicros).sum();
    }

    private static long refunded(RetailOrder order, Moment moment, ToLongFunction<Refund> micros) {
        return order.refundsBy(moment.second()).stream().mapToLong(micros).sum();
    }

    static String time(long second) {
        return Instant.ofEpochSecond(second).toString();
    }
}
