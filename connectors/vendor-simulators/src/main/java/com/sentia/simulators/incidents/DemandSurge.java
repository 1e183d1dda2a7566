package com.sentia.simulators.incidents;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Within some hours a region buys several times of an article what all regions usually buy in a day. */
final class DemandSurge {
    private static final int LEAST_UNITS = 60;

    private DemandSurge() {}

    /** @param taken articles that another incident has */
    static Optional<SalesIncident> of(FileSales sales, Span span, SplittableRandom chance, Set<String> taken) {
        return OrderDraw.of(sales, span, chance, taken, line -> true).map(draw -> of(sales, draw, chance));
    }

    private static SalesIncident of(FileSales sales, OrderDraw draw, SplittableRandom chance) {
        int times = chance.nextInt(6, 11);
        long units = Math.max(LEAST_UNITS, times * sales.usualUnitsADay(draw.sku()));
        int orders = chance.nextInt(25, 46);
        Incident incident = new Incident(
                IncidentKind.DEMAND_SURGE,
                sales.instant(draw.from()),
                sales.instant(draw.until()),
                new Incident.Root("sku", draw.sku()),
                Map.of("source", "shopify", "region", draw.region().name()),
                BigDecimal.valueOf(times),
                "Everyone in %s wants %s: %d more orders in a few hours.".formatted(draw.region(), draw.sku(), orders));
        return new SalesIncident(
                incident, draw.orders(orders, units, draw.lastSale().priceMicros(), chance));
    }
}
