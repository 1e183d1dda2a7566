package com.sentia.simulators.incidents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** An article stands in one shop at a tenth of its price for some hours, and people notice. */
final class PriceMistake {
    private static final long PENNY_MICROS = 10_000;
    private static final long LEAST_PRICE_MICROS = 1_500_000;
    private static final int PARTS = 10;

    private PriceMistake() {}

    /** @param taken articles that another incident has */
    static Optional<SalesIncident> of(FileSales sales, Span span, SplittableRandom chance, Set<String> taken) {
        return OrderDraw.of(sales, span, chance, taken, line -> line.priceMicros() >= LEAST_PRICE_MICROS)
                .map(draw -> of(sales, draw, chance));
    }

    private static SalesIncident of(FileSales sales, OrderDraw draw, SplittableRandom chance) {
        long right = draw.lastSale().priceMicros();
        long wrong = Math.max(1, right / PARTS / PENNY_MICROS) * PENNY_MICROS;
        int orders = chance.nextInt(35, 56);
        Incident incident = new Incident(
                IncidentKind.PRICE_MISTAKE,
                sales.instant(draw.from()),
                sales.instant(draw.until()),
                new Incident.Root("sku", draw.sku()),
                Map.of("source", "shopify", "region", draw.region().name()),
                BigDecimal.valueOf(wrong).divide(BigDecimal.valueOf(right), 3, RoundingMode.HALF_EVEN),
                "The shop of %s sells %s at a tenth of its price: %d orders before someone sees it."
                        .formatted(draw.region(), draw.sku(), orders));
        return new SalesIncident(incident, draw.orders(orders, 4 * sales.usualUnitsADay(draw.sku()), wrong, chance));
    }
}
