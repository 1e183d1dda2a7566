package com.sentia.verification.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Sums of one window, added up line by line, so that no window keeps its lines. Public fields: engines write them as they are. */
public final class SalesSums {
    private static final int SCALE = 6;

    /** Millionths of the currency. */
    public long netMicros;

    public long units;
    public long orders;

    /** Adds a line in place. */
    public SalesSums add(OrderLine line) {
        netMicros = Math.addExact(netMicros, line.amountMicros());
        units += line.units();
        orders += line.isFirst() ? 1 : 0;
        return this;
    }

    /** Adds another's sums in place. */
    public SalesSums add(SalesSums other) {
        netMicros = Math.addExact(netMicros, other.netMicros);
        units += other.units;
        orders += other.orders;
        return this;
    }

    /**
     * The KPIs of the window, in total or of a region.
     *
     * @param region empty for the total
     * @param end exclusive, microseconds, UTC
     */
    public List<ValueLine> values(String region, long end) {
        return List.of(netSales(region, end), sold(region, end), new ValueLine("aov", region, end, perOrder()));
    }

    /** The KPIs of the window of an article: an order has several, and so belongs to none. */
    public List<ValueLine> valuesOfArticle(String sku, long end) {
        return List.of(netSales(sku, end), sold(sku, end));
    }

    private ValueLine netSales(String member, long end) {
        return new ValueLine("net_sales", member, end, net().toPlainString());
    }

    private ValueLine sold(String member, long end) {
        BigDecimal sold = BigDecimal.valueOf(units).setScale(SCALE);
        return new ValueLine("units", member, end, sold.toPlainString());
    }

    private BigDecimal net() {
        return BigDecimal.valueOf(netMicros, SCALE);
    }

    private String perOrder() {
        return orders == 0
                ? ValueLine.NOTHING
                : net().divide(BigDecimal.valueOf(orders), SCALE, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
