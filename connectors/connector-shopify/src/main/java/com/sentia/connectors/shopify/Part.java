package com.sentia.connectors.shopify;

/** What of an order or refund may not fit its first page, and how to ask for the rest of it. */
enum Part {
    LINES("order-lines", "lineItems", 3, 3, 30),
    SHIPPING_LINES("order-shipping-lines", "shippingLines", 3, 3, 10),
    DISCOUNTS("order-discounts", "discountApplications", 3, 2, 10),
    REFUNDS("order-refunds", "refunds", 1, 1, 20),
    REFUND_LINES("refund-lines", "refundLineItems", 4, 4, 10),
    REFUND_ADJUSTMENTS("refund-adjustments", "orderAdjustments", 4, 3, 2),
    REFUND_SHIPPING("refund-shipping", "refundShippingLines", 4, 3, 2);

    /** The most Shopify gives in one answer. */
    static final int MOST = 250;

    /** Points we let one query cost: a little under what Shopify takes, as its rule is only known in outline. */
    static final int MOST_COST = 960;

    private final String template;
    private final String field;
    private final int fixedCost;
    private final int itemCost;
    private final int firstSize;

    Part(String file, String field, int fixedCost, int itemCost, int firstSize) {
        this.template = ShopifyQueries.part(file);
        this.field = field;
        this.fixedCost = fixedCost;
        this.itemCost = itemCost;
        this.firstSize = firstSize;
    }

    /** Its query, {@code #} standing where the number of the part in a batch goes. */
    String template() {
        return template;
    }

    /** The field of order or refund that holds it; also its name in the payload. */
    String field() {
        return field;
    }

    /** How many to ask for at first; most owners have few. */
    int firstSize() {
        return firstSize;
    }

    /** How many may be asked for at once. */
    int largestSize() {
        return Math.min(MOST, (MOST_COST - fixedCost) / itemCost);
    }

    /** Points by Shopify's rule: an object 1, a scalar 0, a connection as many objects as are asked for. */
    int cost(int size) {
        return fixedCost + size * itemCost;
    }

    /** Whether its owner is the order itself, not one of its refunds. */
    boolean isOfOrder() {
        return this == LINES || this == SHIPPING_LINES || this == DISCOUNTS || this == REFUNDS;
    }

    /** Whether it is paged by cursor; refunds are a plain list. */
    boolean isPaged() {
        return this != REFUNDS;
    }
}
