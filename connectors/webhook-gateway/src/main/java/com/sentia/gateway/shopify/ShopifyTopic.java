package com.sentia.gateway.shopify;

import com.sentia.schemas.Op;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A topic whose webhooks hold a whole entity, or say that it is gone.
 *
 * <p>Others are of no use: {@code orders/edited} and {@code refunds/create} hold parts of an order, and each comes with an
 * {@code orders/updated} that holds it whole. Of products, customers and stock levels only the end is taken, as a webhook tells less than the poll, and
 * as content would take the rest away: of a product no cost, and the first hundred variants only; of a customer neither the number of
 * orders nor what was spent; of a level only what is available, neither whose it is by SKU, nor what is there, committed, under way or
 * what it costs.
 */
record ShopifyTopic(ShopifyEntity entity, Op op) {
    private static final Map<String, ShopifyTopic> BY_NAME = byName();

    static Optional<ShopifyTopic> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, ShopifyTopic> byName() {
        Map<String, ShopifyTopic> topics = new HashMap<>();
        put(topics, ShopifyEntity.ORDER, Op.UPSERT, "orders", "create", "updated", "cancelled", "paid", "fulfilled");
        put(topics, ShopifyEntity.ORDER, Op.UPSERT, "orders", "partially_fulfilled");
        put(topics, ShopifyEntity.ORDER, Op.DELETE, "orders", "delete");
        put(topics, ShopifyEntity.PRODUCT, Op.DELETE, "products", "delete");
        put(topics, ShopifyEntity.CUSTOMER, Op.DELETE, "customers", "delete");
        put(topics, ShopifyEntity.INVENTORY_LEVEL, Op.DELETE, "inventory_levels", "disconnect");
        put(topics, ShopifyEntity.INVENTORY_ITEM, Op.UPSERT, "inventory_items", "create", "update");
        put(topics, ShopifyEntity.INVENTORY_ITEM, Op.DELETE, "inventory_items", "delete");
        put(topics, ShopifyEntity.LOCATION, Op.UPSERT, "locations", "create", "update", "activate", "deactivate");
        put(topics, ShopifyEntity.LOCATION, Op.DELETE, "locations", "delete");
        return Map.copyOf(topics);
    }

    private static void put(
            Map<String, ShopifyTopic> topics, ShopifyEntity entity, Op op, String subject, String... events) {
        for (String event : events) {
            topics.put(subject + "/" + event, new ShopifyTopic(entity, op));
        }
    }
}
