package com.sentia.normalizer.mapping;

import com.sentia.schemas.OrderDiscount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The discounts of a Shopify order. One in per cent, or one given to each of several units, does not tell what it comes to: that is
 * what of it falls to the lines of goods. What falls to shipping is in no sale, as shipping is not.
 */
final class ShopifyDiscounts {
    private final Amounts amounts;

    ShopifyDiscounts(Amounts amounts) {
        this.amounts = amounts;
    }

    List<OrderDiscount> of(Payload order) throws UnmappableException {
        List<OrderDiscount> discounts = new ArrayList<>();
        Map<Long, Long> allocated = Map.of();
        for (Payload discount : order.objects("discountApplications")) {
            if (discount.isText("targetType", "SHIPPING_LINE")) {
                continue;
            }
            long index = discount.wholeNumber("index", 0);
            long micros;
            if (tellsItsAmount(discount)) {
                micros = amounts.money(discount, "value");
            } else {
                allocated = allocated.isEmpty() ? allocated(order) : allocated;
                micros = allocated.getOrDefault(index, 0L);
                if (micros == 0) {
                    continue;
                }
            }
            discounts.add(OrderDiscount.newBuilder()
                    .setDiscountId(Long.toString(index))
                    .setAmountMicros(micros)
                    .build());
        }
        return discounts;
    }

    private static boolean tellsItsAmount(Payload discount) throws UnmappableException {
        return !discount.object("value").has("percentage") && !discount.isText("allocationMethod", "EACH");
    }

    /** Millionths by the index of the discount. */
    private Map<Long, Long> allocated(Payload order) throws UnmappableException {
        Map<Long, Long> allocated = new HashMap<>();
        for (Payload line : order.objects("lineAllocations")) {
            for (Payload allocation : line.objects("discountAllocations")) {
                long index = allocation.object("discountApplication").wholeNumber("index", 0);
                long micros = amounts.shopMoney(allocation, "allocatedAmountSet");
                long before = allocated.getOrDefault(index, 0L);
                if (before > Long.MAX_VALUE - micros) {
                    throw allocation.broken("allocatedAmountSet", "must not make the discount overflow");
                }
                allocated.put(index, before + micros);
            }
        }
        return allocated;
    }
}
