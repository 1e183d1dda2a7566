package com.sentia.simulators.shopify;

import com.sentia.simulators.company.PurchaseOrder;
import com.sentia.simulators.company.UnitCosts;
import java.util.OptionalLong;

/** Writes down what a company had ordered by a moment, a row for each line; times are epoch seconds, costs millionths. */
final class HeldPurchases {
    private final StringBuilder rows = new StringBuilder(
            "shop,order,supplier,location,sku,units,unit_cost_micros,ordered_at,promised_at,received_at\n");

    void add(Moment moment) {
        for (PurchaseOrder order : moment.stock().ledger().purchases()) {
            for (PurchaseOrder.Line line : order.lines()) {
                if (line.orderedAt() <= moment.second()) {
                    row(moment, order, line);
                }
            }
        }
    }

    String csv() {
        return rows.toString();
    }

    private void row(Moment moment, PurchaseOrder order, PurchaseOrder.Line line) {
        long cost = moment.catalog()
                .product(line.article(), line.orderedAt())
                .flatMap(product -> moment.stock().cost(product, line.orderedAt()))
                .map(UnitCosts.Cost::micros)
                .orElse(0L);
        OptionalLong received = line.receivedBy(moment.second());
        rows.append(moment.shop().domain()).append(',').append(order.id());
        rows.append(',')
                .append(order.supplier())
                .append(',')
                .append(order.site().id());
        rows.append(",\"")
                .append(line.sku().replace("\"", "\"\""))
                .append("\",")
                .append(line.units());
        rows.append(',').append(cost).append(',').append(line.orderedAt());
        rows.append(',').append(line.promisedAt()).append(',');
        rows.append(received.isPresent() ? Long.toString(received.getAsLong()) : "")
                .append('\n');
    }
}
