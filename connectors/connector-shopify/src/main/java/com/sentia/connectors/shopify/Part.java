package com.sentia.connectors.shopify;

import java.util.List;

/** What of a record, or of a refund inside an order, may not fit its first page, and how to ask for the rest of it. */
enum Part {
    LINES("order-lines", "lineItems", 3, 3, 30),
    SHIPPING_LINES("order-shipping-lines", "shippingLines", 3, 3, 10),
    DISCOUNTS("order-discounts", "discountApplications", 3, 2, 10),
    /** Of each line what of the order's discounts falls to it; asked for only where a discount tells no amount. */
    ALLOCATIONS("order-allocations", "lineAllocations", 3, 5, 30),
    REFUNDS("order-refunds", "refunds", 1, 1, 20),
    /** Payments and paying back. */
    TRANSACTIONS("order-transactions", "transactions", 1, 3, 8),
    REFUND_LINES("refund-lines", "refundLineItems", 4, 4, 10),
    REFUND_ADJUSTMENTS("refund-adjustments", "orderAdjustments", 4, 3, 2),
    REFUND_SHIPPING("refund-shipping", "refundShippingLines", 4, 3, 2),
    VARIANTS("product-variants", "variants", 3, 3, 75);

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

    /** The field of its owner that holds it; also its name in the payload. */
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

    /** Whether its owner is the record itself, not something inside it. */
    boolean isOfRecord() {
        return !REFUNDS.inside().contains(this);
    }

    /** What each of its elements has in pages of its own. */
    List<Part> inside() {
        return this == REFUNDS ? List.of(REFUND_LINES, REFUND_ADJUSTMENTS, REFUND_SHIPPING) : List.of();
    }

    /** Whether it is paged by cursor; the others are plain lists, which tell no end. */
    boolean isPaged() {
        return this != REFUNDS && this != TRANSACTIONS;
    }

    /** Of a plain list, how many the page query asks for with all they have: fewer are the whole list. */
    int wholeInHead() {
        return this == TRANSACTIONS ? 2 : 0;
    }
}
