package com.sentia.connectors.shopify;

import java.util.List;

/**
 * The webhooks that hold a whole record of a stream, or say that it is gone; each change of an order comes as its update too. Of
 * products, customers and levels only the end is asked for: their webhooks tell less than a poll.
 */
final class WebhookTopics {
    private WebhookTopics() {}

    /** By Shopify's constants. */
    static List<String> of(ShopifyStream stream) {
        return switch (stream) {
            case ORDERS -> List.of("ORDERS_CREATE", "ORDERS_UPDATED", "ORDERS_CANCELLED", "ORDERS_DELETE");
            case PRODUCTS -> List.of("PRODUCTS_DELETE");
            case CUSTOMERS -> List.of("CUSTOMERS_DELETE");
            case LOCATIONS ->
                List.of(
                        "LOCATIONS_CREATE",
                        "LOCATIONS_UPDATE",
                        "LOCATIONS_ACTIVATE",
                        "LOCATIONS_DEACTIVATE",
                        "LOCATIONS_DELETE");
            case INVENTORY_LEVELS -> List.of("INVENTORY_LEVELS_DISCONNECT");
        };
    }
}
