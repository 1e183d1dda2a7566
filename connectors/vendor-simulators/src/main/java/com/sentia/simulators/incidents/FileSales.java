package com.sentia.simulators.incidents;

import com.sentia.simulators.retail.DateShift;
import com.sentia.simulators.retail.LineKind;
import com.sentia.simulators.retail.Region;
import com.sentia.simulators.retail.RetailFile;
import com.sentia.simulators.retail.RetailLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a retail file says is usual: what sells, to whom, for how much, on which days. Its own local times throughout. */
final class FileSales {
    private static final int ORDERS_OF_AN_OPEN_DAY = 5;

    private final List<RetailLine> sold;
    private final List<RetailLine> takenBack;
    private final TreeMap<LocalDate, Set<Long>> ordersByDay = new TreeMap<>();
    private final DateShift shift;
    private final long liveFrom;

    /** Who may order again. */
    record Buyer(String customer, String country) {}

    /** What was sold of an article. */
    record Demand(String sku, int orders, long units) {}

    FileSales(RetailFile file, DateShift shift, double historyShare) {
        this.sold = goods(file, line -> !line.cancellation());
        this.takenBack = goods(file, RetailLine::cancellation);
        this.shift = shift;
        sold.forEach(line ->
                ordersByDay.computeIfAbsent(day(line), day -> new HashSet<>()).add(line.invoice()));
        long[] times = file.accepted().stream()
                .mapToLong(RetailLine::localSecond)
                .sorted()
                .toArray();
        this.liveFrom = times[(int) Math.max(0, Math.floor(historyShare * times.length) - 1)];
    }

    boolean isEmpty() {
        return sold.isEmpty();
    }

    LocalDate firstDay() {
        return ordersByDay.firstKey();
    }

    LocalDate lastDay() {
        return ordersByDay.lastKey();
    }

    /** The day on which the shops open. */
    LocalDate liveFrom() {
        return dayOf(liveFrom);
    }

    Instant instant(LocalDateTime local) {
        return Instant.ofEpochSecond(shift.instant(local.toEpochSecond(ZoneOffset.UTC)));
    }

    /** A day of the file as the company's calendar has it. */
    LocalDate shifted(LocalDate day) {
        return day.plusWeeks(shift.weeks());
    }

    /** The days of a span on which the shops do business. */
    List<LocalDate> openDays(Span span) {
        return span.from()
                .datesUntil(span.to().plusDays(1))
                .filter(day -> ordersByDay.getOrDefault(day, Set.of()).size() >= ORDERS_OF_AN_OPEN_DAY)
                .toList();
    }

    /** Articles by how many orders of a region before a local time had them, most first. */
    List<Demand> bestSellers(Region region, long before, Predicate<RetailLine> wanted) {
        Map<String, Demand> demands = new HashMap<>();
        sold.stream()
                .filter(line -> line.localSecond() < before && isIn(region, line) && wanted.test(line))
                .forEach(line -> demands.merge(
                        line.code(),
                        new Demand(line.code(), 1, line.quantity()),
                        (one, other) ->
                                new Demand(one.sku(), one.orders() + other.orders(), one.units() + other.units())));
        return demands.values().stream()
                .sorted(Comparator.comparingInt(Demand::orders).reversed().thenComparing(Demand::sku))
                .toList();
    }

    /** Units of an article on an open day, over all shops and the file's length; at least one. */
    long usualUnitsADay(String sku) {
        long units = sold.stream()
                .filter(line -> line.code().equals(sku))
                .mapToLong(RetailLine::quantity)
                .sum();
        return Math.max(1, units / ordersByDay.size());
    }

    /**
     * Customers of a region who had ordered before a local time, in the order of their first orders. Nobody who ever gave back some of
     * the article: the file's own refunds have to find the orders they always found.
     */
    List<Buyer> buyers(Region region, String sku, long before) {
        Set<String> touched = holdingsGivenBack();
        Map<String, Buyer> buyers = new LinkedHashMap<>();
        for (RetailLine line : sold) {
            String customer = line.customer();
            if (customer != null
                    && line.localSecond() < before
                    && isIn(region, line)
                    && !touched.contains(holding(customer, sku))) {
                buyers.putIfAbsent(customer, new Buyer(customer, line.country()));
            }
        }
        return List.copyOf(buyers.values());
    }

    /** The last sale of an article in a region before a local time. */
    RetailLine lastSale(Region region, String sku, long before) {
        return sold.stream()
                .filter(line -> line.code().equals(sku) && line.localSecond() < before && isIn(region, line))
                .max(Comparator.comparingLong(RetailLine::localSecond).thenComparingInt(RetailLine::number))
                .orElseThrow();
    }

    /**
     * By article, what customers ordered last before a local time and never gave back anything of: of each one line.
     *
     * @param from only what was ordered from then on
     * @param settled and before then
     */
    Map<String, List<RetailLine>> refundable(long from, long settled, long before) {
        Set<String> touched = holdingsGivenBack();
        Map<String, RetailLine> last = new TreeMap<>();
        for (RetailLine line : sold) {
            if (line.customer() != null && line.localSecond() < before && !touched.contains(holding(line))) {
                last.merge(holding(line), line, FileSales::laterOrder);
            }
        }
        return last.values().stream()
                .filter(line -> line.localSecond() >= from && line.localSecond() < settled)
                .collect(Collectors.groupingBy(RetailLine::code, TreeMap::new, Collectors.toList()));
    }

    /** Of one order the first line stays, as units are refunded in file order. */
    private static RetailLine laterOrder(RetailLine one, RetailLine other) {
        return other.localSecond() > one.localSecond()
                        || (other.localSecond() == one.localSecond() && other.invoice() > one.invoice())
                ? other
                : one;
    }

    private Set<String> holdingsGivenBack() {
        return takenBack.stream().map(FileSales::holding).collect(Collectors.toSet());
    }

    private static String holding(RetailLine line) {
        return holding(line.customer(), line.code());
    }

    private static String holding(@Nullable String customer, String sku) {
        return customer + " " + sku;
    }

    private static boolean isIn(Region region, RetailLine line) {
        return Region.ofCountry(line.country()) == region;
    }

    private static LocalDate day(RetailLine line) {
        return dayOf(line.localSecond());
    }

    private static LocalDate dayOf(long localSecond) {
        return LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC).toLocalDate();
    }

    private static List<RetailLine> goods(RetailFile file, Predicate<RetailLine> wanted) {
        return file.accepted().stream()
                .filter(line -> line.kind() == LineKind.GOODS && wanted.test(line))
                .toList();
    }
}
