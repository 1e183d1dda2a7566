package com.sentia.connectors.shopify;

import java.util.List;
import java.util.Map;

/** The webhooks that hold a whole record of a stream, or say that it is gone; each change of an order comes as its update too. */
final class WebhookTopics {
    private static final Map<String, List<String>> BY_ENTITY = Map.of(
            "order", List.of("ORDERS_CREATE", "ORDERS_UPDATED", "ORDERS_CANCELLED", "ORDERS_DELETE"),
            "product", List.of("PRODUCTS_DELETE"),
            "customer",
                    List.of(
                            "CUSTOMERS_CREATE",
                            "CUSTOMERS_UPDATE",
                            "CUSTOMERS_ENABLE",
                            "CUSTOMERS_DISABLE",
                            "CUSTOMERS_DELETE"),
            "inventory_level",
                    List.of("INVENTORY_LEVELS_CONNECT", "INVENTORY_LEVELS_UPDATE", "INVENTORY_LEVELS_DISCONNECT"),
            "location",
                    List.of(
                            "LOCATIONS_CREATE",
                            "LOCATIONS_UPDATE",
                            "LOCATIONS_ACTIVATE",
                            "LOCATIONS_DEACTIVATE",
                            "LOCATIONS_DELETE"));

    private WebhookTopics() {}

    /** By Shopify's constants; none for a stream that is only polled. */
    static List<String> of(ShopifyStream stream) {
        return BY_ENTITY.getOrDefault(stream.entity(), List.of());
    }
}
