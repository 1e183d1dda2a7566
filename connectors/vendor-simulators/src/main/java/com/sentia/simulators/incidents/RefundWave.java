package com.sentia.simulators.incidents;

import com.sentia.simulators.retail.RetailLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Within some hours many give back what they had recently bought of one article. Only what was not given back before, and was ordered
 * more than a day earlier: each refund finds its order, and none of them cancels it.
 */
final class RefundWave {
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long RECENT_DAYS = 28;
    private static final long SETTLED_DAYS = 2;
    private static final int LEAST = 8;
    private static final int MOST = 40;
    private static final int AMONG_WORST = 6;

    private RefundWave() {}

    /** @param taken articles that another incident has */
    static Optional<SalesIncident> of(FileSales sales, Span span, SplittableRandom chance, Set<String> taken) {
        List<LocalDate> days = sales.openDays(span);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime from = OrderDraw.oneOf(days, chance).atTime(LocalTime.of(chance.nextInt(9, 13), 0));
        LocalDateTime until = from.plusHours(chance.nextInt(3, 6));
        long start = OrderDraw.second(from);
        List<List<RetailLine>> candidates = sales
                .refundable(start - RECENT_DAYS * DAY, start - SETTLED_DAYS * DAY, OrderDraw.second(until))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() >= LEAST && !taken.contains(entry.getKey()))
                .sorted(Comparator.comparingLong((Map.Entry<String, List<RetailLine>> entry) -> value(entry.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(AMONG_WORST)
                .map(Map.Entry::getValue)
                .toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(of(sales, from, until, OrderDraw.oneOf(candidates, chance), chance));
    }

    private static SalesIncident of(
            FileSales sales,
            LocalDateTime from,
            LocalDateTime until,
            List<RetailLine> bought,
            SplittableRandom chance) {
        List<RetailLine> back = bought.stream()
                .sorted(Comparator.comparingLong(RetailLine::localSecond)
                        .reversed()
                        .thenComparingInt(RetailLine::number))
                .limit(MOST)
                .toList();
        List<AddedLine> lines = new ArrayList<>();
        long seconds = OrderDraw.second(until) - OrderDraw.second(from);
        for (int refund = 0; refund < back.size(); refund++) {
            RetailLine line = back.get(refund);
            lines.add(new AddedLine(
                    OrderDraw.second(from)
                            + seconds * refund / back.size()
                            + chance.nextLong(Math.max(1, seconds / back.size())),
                    true,
                    line.code(),
                    line.title(),
                    line.quantity(),
                    line.priceMicros(),
                    Objects.requireNonNull(line.customer()),
                    line.country()));
        }
        String sku = back.get(0).code();
        Incident incident = new Incident(
                IncidentKind.REFUND_WAVE,
                sales.instant(from),
                sales.instant(until),
                new Incident.Root("sku", sku),
                Map.of("source", "shopify"),
                BigDecimal.valueOf(back.size()),
                "%s turns out to be faulty: %d customers give back all they had of it.".formatted(sku, back.size()));
        return new SalesIncident(incident, lines);
    }

    private static long value(List<RetailLine> lines) {
        return lines.stream()
                .mapToLong(line -> Math.multiplyExact(line.priceMicros(), (long) line.quantity()))
                .sum();
    }
}
