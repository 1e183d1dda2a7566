package com.sentia.simulators.shopify;

import com.sentia.simulators.company.Site;
import com.sentia.simulators.company.Stock;
import com.sentia.simulators.company.StockLevel;
import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RetailOrder;

/**
 * Writes down what shops hold, a line for each entity: its kind, shop, id, SKU, the epoch second of its last change, and what it comes
 * to in words or figures. Customers are told without their ids.
 */
final class HeldEntities {
    private static final String NONE = "";

    private final StringBuilder lines = new StringBuilder("kind,shop,id,sku,updated_at,figures\n");

    void add(Moment moment) {
        moment.timeline().orders(moment.second()).forEach(order -> add(moment, order));
        moment.catalog()
                .products(moment.second())
                .forEach(product -> line(
                        moment, "product", product.id(), product.sku(), product.updatedAt(), product.priceMicros()));
        moment.customers()
                .accounts(moment.second())
                .forEach(account -> line(moment, "customer", NONE, NONE, account.updatedAt(), NONE));
        for (Site site : moment.stock().sites()) {
            line(moment, "location", site.id(), NONE, 0, site.isActive() ? "active" : "closed");
            moment.stock().ledger().levelsAt(site.id()).forEach(level -> add(moment, level));
        }
    }

    String csv() {
        return lines.toString();
    }

    private void add(Moment moment, RetailOrder order) {
        long second = moment.second();
        String state = order.carrier() ? "nothing sold" : order.isCancelledBy(second) ? "cancelled" : "placed";
        line(moment, "order", order.id(), NONE, order.updatedAt(second), state);
        for (Refund refund : order.refundsBy(second)) {
            line(moment, "refund", refund.id(), NONE, refund.at(), NONE);
        }
    }

    private void add(Moment moment, StockLevel level) {
        moment.catalog()
                .product(level.article(), moment.second())
                .ifPresent(product -> level.at(moment.second())
                        .ifPresent(stock -> line(
                                moment,
                                "inventory-level",
                                level.article() + "-" + level.site().id(),
                                product.sku(),
                                stock.since(),
                                level.site().isActive() ? figures(stock) : "closed")));
    }

    private static String figures(Stock stock) {
        return stock.onHand() + "/" + stock.available() + "/" + stock.committed() + "/" + stock.incoming();
    }

    private void line(Moment moment, String kind, Object id, String sku, long updatedAt, Object figures) {
        lines.append(kind)
                .append(',')
                .append(moment.shop().domain())
                .append(',')
                .append(id);
        lines.append(",\"").append(sku.replace("\"", "\"\"")).append("\",");
        lines.append(updatedAt).append(',').append(figures).append('\n');
    }
}
