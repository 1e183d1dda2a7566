package com.sentia.simulators.incidents;

import com.sentia.simulators.retail.Region;
import com.sentia.simulators.retail.RetailLine;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Extra orders of one article in one region within some hours of a day: drawn where, what, when and from whom.
 *
 * @param until the first second after
 */
record OrderDraw(
        FileSales sales,
        Region region,
        String sku,
        LocalDateTime from,
        LocalDateTime until,
        RetailLine lastSale,
        List<FileSales.Buyer> buyers) {
    private static final List<Region> REGIONS = List.of(Region.UK, Region.EU);
    private static final int EARLIEST_HOUR = 9;
    private static final int LATEST_HOUR = 12;
    private static final int AMONG_BEST = 20;
    private static final int LEAST_ORDERS_BEFORE = 4;
    private static final int LEAST_BUYERS = 5;

    /** Empty where a span has no open day, or too little was sold before it. */
    static Optional<OrderDraw> of(
            FileSales sales, Span span, SplittableRandom chance, Set<String> taken, Predicate<RetailLine> wanted) {
        List<LocalDate> days = sales.openDays(span);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime from =
                oneOf(days, chance).atTime(LocalTime.of(chance.nextInt(EARLIEST_HOUR, LATEST_HOUR + 1), 0));
        LocalDateTime until = from.plusHours(chance.nextInt(4, 7));
        long before = second(from.toLocalDate().atStartOfDay());
        Region region = oneOf(REGIONS, chance);
        List<String> skus = sales.bestSellers(region, before, wanted).stream()
                .filter(demand -> demand.orders() >= LEAST_ORDERS_BEFORE && !taken.contains(demand.sku()))
                .limit(AMONG_BEST)
                .map(FileSales.Demand::sku)
                .toList();
        if (skus.isEmpty()) {
            return Optional.empty();
        }
        String sku = oneOf(skus, chance);
        List<FileSales.Buyer> buyers = sales.buyers(region, sku, before);
        if (buyers.size() < LEAST_BUYERS) {
            return Optional.empty();
        }
        return Optional.of(new OrderDraw(sales, region, sku, from, until, sales.lastSale(region, sku, before), buyers));
    }

    /** So many orders of about as many units together, spread over the time. */
    List<AddedLine> orders(int count, long units, long priceMicros, SplittableRandom chance) {
        List<AddedLine> lines = new ArrayList<>();
        long seconds = second(until) - second(from);
        for (int order = 0; order < count; order++) {
            FileSales.Buyer buyer = oneOf(buyers, chance);
            long each = Math.max(1, Math.round((double) units / count * chance.nextDouble(0.7, 1.3)));
            lines.add(new AddedLine(
                    second(from) + seconds * order / count + chance.nextLong(Math.max(1, seconds / count)),
                    false,
                    sku,
                    lastSale.title(),
                    Math.toIntExact(each),
                    priceMicros,
                    buyer.customer(),
                    buyer.country()));
        }
        return lines;
    }

    static long second(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }

    static <T> T oneOf(List<T> choices, SplittableRandom chance) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
