package com.sentia.simulators.shopify;

import java.math.BigDecimal;

/** An amount of GBP in millionths. */
record Money(long micros) {
    static final String CURRENCY = "GBP";
    static final Money ZERO = new Money(0);

    /** The amount the way Shopify writes decimals: no needless zeros, but at least one digit after the point. */
    String amount() {
        BigDecimal amount = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return (amount.scale() < 1 ? amount.setScale(1) : amount).toPlainString();
    }

    /** An amount in the shop's currency and the customer's, which are the same here. */
    record Bag(Money money) {
        static Bag of(long micros) {
            return new Bag(new Money(micros));
        }
    }
}
