package com.sentia.analytics.kpi;

import com.sentia.analytics.kpi.Kpi.Component;
import com.sentia.analytics.kpi.Window.Day;
import com.sentia.analytics.kpi.Window.Rolling;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The sales KPIs of docs/reference/demo-data.md. */
public final class SalesKpis {
    public static final String TOTAL = "total";
    public static final String SOURCE_REGION = "source-region";
    public static final String BY_SKU = "sku";

    static final Measure GROSS = new Measure("gross_sales", FactKind.GOODS, Quantity.AMOUNT);
    static final Measure DISCOUNTS = new Measure("discounts", FactKind.DISCOUNT, Quantity.AMOUNT);
    static final Measure RETURNS = new Measure("returns", FactKind.RETURN, Quantity.AMOUNT);
    static final Measure UNITS = new Measure("units", FactKind.GOODS, Quantity.UNITS);
    static final Measure ORDERS = new Measure("orders", FactKind.ORDER, Quantity.ONE);
    static final Measure CUSTOMERS = new Measure("customers", FactKind.ORDER, Quantity.DISTINCT_CUSTOMERS);

    private static final Linear NET = new Linear(List.of(GROSS), List.of(DISCOUNTS, RETURNS));

    private SalesKpis() {}

    /** The catalogue with calendar days of {@code zone} and amounts in {@code currency}. */
    public static KpiCatalogue catalogue(ZoneId zone, String currency) {
        Kpi netSales = new Kpi(
                "net_sales",
                1,
                "Net sales",
                currency,
                "gross_sales - discounts - returns",
                NET,
                null,
                List.of(part(GROSS), part(DISCOUNTS), part(RETURNS)),
                List.of(GROSS, DISCOUNTS, RETURNS));
        Kpi units = plain("Units sold", "units", "sum of quantity over goods lines", UNITS);
        List<Kpi> sales = List.of(
                plain("Gross sales", currency, "sum of quantity x unit price over goods lines", GROSS),
                plain("Discounts", currency, "sum of discounts of orders and of refunds", DISCOUNTS),
                plain("Returns", currency, "sum of refunded amounts, by refund date", RETURNS),
                netSales,
                plain("Orders", "orders", "number of orders placed and not cancelled", ORDERS),
                units,
                new Kpi(
                        "aov",
                        1,
                        "Average order value",
                        currency,
                        "net_sales / orders",
                        NET,
                        Linear.of(ORDERS),
                        List.of(new Component("net_sales", NET), part(ORDERS)),
                        List.of(GROSS, DISCOUNTS, RETURNS)),
                new Kpi(
                        "refund_rate",
                        1,
                        "Refund rate",
                        "ratio",
                        "returns / gross_sales",
                        Linear.of(RETURNS),
                        Linear.of(GROSS),
                        List.of(part(RETURNS), part(GROSS)),
                        List.of(GROSS, RETURNS)),
                plain("Customers", "customers", "distinct customers with an order", CUSTOMERS));
        List<Window> windows = List.of(
                Rolling.of("1h/1m", Duration.ofHours(1), Duration.ofMinutes(1)),
                Rolling.of("24h/5m", Duration.ofHours(24), Duration.ofMinutes(5)),
                Rolling.of("7d/1h", Duration.ofDays(7), Duration.ofHours(1)),
                new Day(zone));
        List<Window> skuWindows = List.of(
                Rolling.of("24h/1h", Duration.ofHours(24), Duration.ofHours(1)),
                Rolling.of("7d/1h", Duration.ofDays(7), Duration.ofHours(1)),
                new Day(zone));
        return new KpiCatalogue(List.of(
                new DimensionSet(TOTAL, List.of(), sales, windows, false),
                new DimensionSet(SOURCE_REGION, List.of(Dimension.SOURCE, Dimension.REGION), sales, windows, false),
                new DimensionSet(BY_SKU, List.of(Dimension.SKU), List.of(units, netSales), skuWindows, true)));
    }

    private static Kpi plain(String title, String unit, String formula, Measure measure) {
        return new Kpi(measure.name(), 1, title, unit, formula, Linear.of(measure), null, List.of(), List.of(measure));
    }

    private static Component part(Measure measure) {
        return new Component(measure.name(), Linear.of(measure));
    }
}
