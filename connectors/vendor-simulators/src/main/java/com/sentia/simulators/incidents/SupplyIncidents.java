package com.sentia.simulators.incidents;

import com.sentia.simulators.company.SupplyTroubles;
import com.sentia.simulators.factory.Deliveries;
import com.sentia.simulators.factory.FactoryTroubles;
import com.sentia.simulators.retail.Region;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Articles that run out, suppliers that deliver late. */
final class SupplyIncidents {
    private static final List<IncidentKind> KINDS = List.of(IncidentKind.STOCK_OUT, IncidentKind.LATE_SUPPLIER);
    private static final int OUT_DAYS = 4;
    private static final int LATE_DAYS = 5;
    private static final int AMONG_BEST = 12;

    private final FileSales sales;
    private final long seed;
    private final Function<LocalDate, String> supplierOn;
    private final List<Incident> incidents = new ArrayList<>();
    private final List<SupplyTroubles.Missing> missing = new ArrayList<>();
    private final List<SupplyTroubles.Late> late = new ArrayList<>();
    private final List<FactoryTroubles.Lateness> latenesses = new ArrayList<>();

    /** @param factorySeed by which suppliers take turns at the factory */
    SupplyIncidents(FileSales sales, long seed, long factorySeed) {
        this.sales = sales;
        this.seed = seed;
        this.supplierOn = day -> Deliveries.supplierOn(factorySeed, day);
    }

    List<Incident> incidents() {
        return incidents;
    }

    SupplyTroubles troubles() {
        return new SupplyTroubles(missing, late);
    }

    List<FactoryTroubles.Lateness> latenesses() {
        return latenesses;
    }

    /**
     * Adds one of each kind, one after the other, in an order of chance.
     *
     * @param taken articles that another incident has
     */
    void add(Span period, Set<String> taken) {
        int turn = period.chance(seed, IncidentKind.STOCK_OUT).nextInt(KINDS.size());
        List<Span> parts = period.parts(KINDS.size());
        for (int part = 0; part < parts.size(); part++) {
            IncidentKind kind = KINDS.get((part + turn) % KINDS.size());
            SplittableRandom chance = parts.get(part).chance(seed, kind);
            if (kind == IncidentKind.STOCK_OUT) {
                runOut(parts.get(part), chance, taken);
            } else {
                comeLate(parts.get(part), chance);
            }
        }
    }

    private void runOut(Span span, SplittableRandom chance, Set<String> taken) {
        List<LocalDate> starts = span.startsOf(OUT_DAYS + 1);
        if (starts.isEmpty()) {
            return;
        }
        LocalDate first = OrderDraw.oneOf(starts, chance);
        List<String> skus = sales.bestSellers(Region.UK, OrderDraw.second(first.atStartOfDay()), line -> true).stream()
                .map(FileSales.Demand::sku)
                .filter(sku -> !taken.contains(sku))
                .limit(AMONG_BEST)
                .toList();
        if (skus.isEmpty()) {
            return;
        }
        String sku = OrderDraw.oneOf(skus, chance);
        taken.add(sku);
        Instant start = sales.instant(first.atTime(7, 0));
        Instant end = sales.instant(first.plusDays(OUT_DAYS).atTime(7, 0));
        missing.add(new SupplyTroubles.Missing(sku, start.getEpochSecond(), end.getEpochSecond()));
        incidents.add(new Incident(
                IncidentKind.STOCK_OUT,
                start,
                end,
                new Incident.Root("sku", sku),
                Map.of(),
                BigDecimal.valueOf(OUT_DAYS),
                "The delivery of %s that was booked in never came: none is left anywhere for %d days."
                        .formatted(sku, OUT_DAYS)));
    }

    private void comeLate(Span span, SplittableRandom chance) {
        List<LocalDate> starts = span.startsOf(LATE_DAYS);
        if (starts.isEmpty()) {
            return;
        }
        LocalDate first = OrderDraw.oneOf(starts, chance);
        LocalDate last = first.plusDays(LATE_DAYS - 1L);
        int days = LATE_DAYS + chance.nextInt(3);
        String supplier = busiest(first, last);
        Instant start = sales.instant(first.atStartOfDay());
        Instant end = sales.instant(last.plusDays(1).atStartOfDay());
        late.add(new SupplyTroubles.Late(supplier, start.getEpochSecond(), end.getEpochSecond(), days));
        latenesses.add(new FactoryTroubles.Lateness(supplier, sales.shifted(first), sales.shifted(last), days));
        incidents.add(new Incident(
                IncidentKind.LATE_SUPPLIER,
                start,
                end,
                new Incident.Root("supplier", supplier),
                Map.of(),
                BigDecimal.valueOf(days),
                "Whatever is due from %s comes %d days later.".formatted(supplier, days)));
    }

    /** Whose turn it is most often, so that it is missed. */
    private String busiest(LocalDate first, LocalDate last) {
        Map<String, Long> turns = first.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .map(sales::shifted)
                .collect(Collectors.groupingBy(supplierOn, Collectors.counting()));
        return turns.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
