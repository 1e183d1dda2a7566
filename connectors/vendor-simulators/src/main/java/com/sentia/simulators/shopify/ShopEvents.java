package com.sentia.simulators.shopify;

import com.sentia.simulators.company.StockLedger;
import com.sentia.simulators.retail.RetailOrder;
import com.sentia.simulators.webhooks.WebhookEvent;
import com.sentia.simulators.webhooks.WebhookSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the shops tell their subscribers: each change of an order, its cancelling once more under a topic of its own, and, where it is
 * wanted, each change of stock.
 */
public final class ShopEvents implements WebhookSource {
    private final Shops shops;
    private final boolean inventory;
    private final Map<String, Long> toldTo = new HashMap<>();

    /** @param inventory whether changes of stock are told */
    public ShopEvents(Shops shops, boolean inventory) {
        this.shops = shops;
        this.inventory = inventory;
    }

    @Override
    public void begin(long now) {
        Shop.ALL.forEach(shop -> toldTo.put(shop.domain(), shops.secondShown(shop.domain(), now)));
    }

    @Override
    public List<WebhookEvent> happenedUpTo(long now) {
        List<WebhookEvent> events = new ArrayList<>();
        for (Shop shop : Shop.ALL) {
            long shown = shops.secondShown(shop.domain(), now);
            Long told = toldTo.put(shop.domain(), shown);
            if (told != null && told < shown) {
                shops.changes(shop.domain(), told, shown)
                        .forEach(change -> tell(shop.domain(), change.order(), change.value(), events));
                shops.deletions(shop.domain(), told, shown)
                        .forEach(end ->
                                events.add(deleted(shop.domain(), end.order().id(), end.value())));
                if (inventory) {
                    shops.levelChanges(shop.domain(), told, shown)
                            .forEach(change -> events.add(event(shop.domain(), change)));
                }
            }
        }
        return events;
    }

    private static void tell(String shop, RetailOrder order, long second, List<WebhookEvent> events) {
        events.add(event(shop, second == order.placedAt() ? "orders/create" : "orders/updated", order, second));
        if (second == order.cancelledAt()) {
            events.add(event(shop, "orders/cancelled", order, second));
        }
    }

    private static WebhookEvent deleted(String shop, long order, long second) {
        byte[] body = "{\"id\":%d}".formatted(order).getBytes(StandardCharsets.UTF_8);
        return new WebhookEvent(shop, "orders/delete", Long.toString(order), second, () -> body);
    }

    private static WebhookEvent event(String shop, StockLedger.Change change) {
        String subject = change.level().article() + "-" + change.level().site().id();
        return new WebhookEvent(
                shop,
                "inventory_levels/update",
                subject,
                change.at(),
                () -> LevelWebhook.body(change.level(), change.at()));
    }

    private static WebhookEvent event(String shop, String topic, RetailOrder order, long second) {
        return new WebhookEvent(shop, topic, Long.toString(order.id()), second, () -> OrderWebhook.body(order, second));
    }
}
