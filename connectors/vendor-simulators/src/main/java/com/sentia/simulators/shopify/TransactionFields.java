package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RetailOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was paid for an order and paid back, and its fields. */
final class TransactionFields {
    /** Money that moved; its number is the order's or the refund's, which share no numbers. */
    record TransactionOf(RetailOrder order, String kind, long number, long at, long micros) {}

    private TransactionFields() {}

    static ObjectType<TransactionOf> transaction() {
        return ObjectType.of(TransactionOf.class, "OrderTransaction")
                .with("id", transaction -> Gid.of("OrderTransaction", transaction.number()))
                .with("kind", TransactionOf::kind)
                .with("createdAt", transaction -> OrderFields.time(transaction.at()))
                .with("processedAt", transaction -> OrderFields.time(transaction.at()))
                .with("amountSet", transaction -> Money.Bag.of(transaction.micros()))
                .with("order", TransactionOf::order)
                .always("SUCCESS", "status")
                .always("shopify_payments", "gateway")
                .always("Shopify Payments", "formattedGateway")
                .always(Money.CURRENCY, "settlementCurrency")
                .always(false, "test", "manualPaymentGateway", "manuallyCapturable", "multiCapturable")
                .always(null, "errorCode", "authorizationExpiresAt", "location");
    }

    /** Those of an order that had happened at a moment, in the order in which they did. */
    static List<TransactionOf> of(RetailOrder order, Map<String, Object> arguments, Moment moment) {
        if (arguments.get("capturable") != null || arguments.get("manuallyResolvable") != null) {
            throw new QueryRefused("not simulated: transactions by what can be done with them", "NOT_SIMULATED");
        }
        List<TransactionOf> all = new ArrayList<>();
        long total = OrderFields.total(order);
        if (total > 0) {
            all.add(new TransactionOf(order, "SALE", order.id(), order.placedAt(), total));
        }
        for (Refund refund : order.refundsBy(moment.second())) {
            long micros = refund.amountMicros();
            if (micros > 0) {
                all.add(new TransactionOf(order, "REFUND", refund.id(), refund.at(), micros));
            }
        }
        Object first = arguments.get("first");
        int limit = first == null ? PageRequest.LARGEST : PageRequest.size("first", first);
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }
}
