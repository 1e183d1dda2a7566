package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.Charge;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.RetailOrder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What of an order's discounts falls to which of its lines, and which are told in per cent. The shares make up the amount exactly. */
final class DiscountShares {
    /** Of so many discounts of the file one is told in per cent. */
    private static final int PER_CENT_ONE_IN = 4;

    private static final int PLACES = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DiscountShares() {}

    /** Whether the shop tells no amount of it. */
    static boolean isPercentage(RetailOrder order, Charge discount) {
        return discount.number() % PER_CENT_ONE_IN == 1
                && discount.amountMicros() > 0
                && discount.amountMicros() <= goods(order);
    }

    /** Rounded, as percentages are: the shares say what it amounts to. */
    static BigDecimal percentage(RetailOrder order, Charge discount) {
        return BigDecimal.valueOf(discount.amountMicros())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(goods(order)), PLACES, RoundingMode.HALF_EVEN);
    }

    /** Millionths of a discount that fall to a line of the order, by the lines' amounts. */
    static long share(RetailOrder order, Charge discount, OrderLine line) {
        long goods = goods(order);
        if (goods == 0) {
            return 0;
        }
        long before = 0;
        for (OrderLine other : order.goods()) {
            if (other.number() == line.number()) {
                break;
            }
            before += amount(other);
        }
        return part(discount, before + amount(line), goods) - part(discount, before, goods);
    }

    private static long part(Charge discount, long upTo, long goods) {
        return BigInteger.valueOf(discount.amountMicros())
                .multiply(BigInteger.valueOf(upTo))
                .divide(BigInteger.valueOf(goods))
                .longValueExact();
    }

    private static long goods(RetailOrder order) {
        return order.goods().stream().mapToLong(DiscountShares::amount).sum();
    }

    private static long amount(OrderLine line) {
        return line.priceMicros() * line.quantity();
    }
}
