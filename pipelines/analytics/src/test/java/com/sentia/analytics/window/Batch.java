package com.sentia.analytics.window;

import com.sentia.analytics.fact.Buckets;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The KPIs recomputed from facts as plainly as can be; shares nothing with the engine but the facts. */
public final class Batch {
    public static final long MINUTE = 60_000_000L;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** A row as the batch sees it. */
    public record Cell(@Nullable BigDecimal value, List<BigDecimal> components, long count, long present) {
        @SuppressWarnings("BigDecimalEquals") // all have six decimal places
        boolean sameValue(Cell other) {
            return Objects.equals(value, other.value) && components.equals(other.components);
        }
    }

    private static final Set<String> MEANS_OVER_TIME = Set.of("worth", "turnover");

    private Batch() {}

    static long size(String window) {
        String size = window.substring(0, window.indexOf('/'));
        return size.equals("instant") ? step(window) : length(size);
    }

    static long step(String window) {
        return length(window.substring(window.indexOf('/') + 1));
    }

    private static long length(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return count
                * switch (text.charAt(text.length() - 1)) {
                    case 'm' -> MINUTE;
                    case 'h' -> HOUR;
                    default -> DAY;
                };
    }

    static Cell cell(String kpi, List<Fact> facts, long from, long to) {
        List<Fact> in = facts.stream()
                .filter(fact -> from <= fact.timeMicros() && fact.timeMicros() < to)
                .toList();
        BigDecimal gross = sum(in, FactKind.GOODS);
        BigDecimal discounts = sum(in, FactKind.DISCOUNT);
        BigDecimal returns = sum(in, FactKind.RETURN);
        BigDecimal returnsOfOrders = sum(in, FactKind.COHORT_RETURN);
        BigDecimal net = gross.subtract(discounts).subtract(returns);
        long goods = count(in, fact -> fact.kind() == FactKind.GOODS);
        long off = count(in, fact -> fact.kind() == FactKind.DISCOUNT);
        long back = count(in, fact -> fact.kind() == FactKind.RETURN);
        long backOfOrders = count(in, fact -> fact.kind() == FactKind.COHORT_RETURN);
        long refunds = count(in, fact -> fact.kind() == FactKind.REFUND);
        long placed = count(in, fact -> fact.kind() == FactKind.PLACEMENT);
        long cancelled = count(
                in, fact -> fact.kind() == FactKind.PLACEMENT && "cancelled".equals(Sales.text(fact, Attribute.STATE)));
        long orders = count(in, fact -> fact.kind() == FactKind.ORDER);
        long named = count(in, fact -> fact.kind() == FactKind.ORDER && Sales.text(fact, Attribute.CUSTOMER) != null);
        long units = in.stream()
                .filter(fact -> fact.kind() == FactKind.GOODS)
                .mapToLong(Sales::units)
                .sum();
        long customers = in.stream()
                .filter(fact -> fact.kind() == FactKind.ORDER && Sales.text(fact, Attribute.CUSTOMER) != null)
                .map(fact -> Sales.text(fact, Attribute.CUSTOMER))
                .distinct()
                .count();
        long returning = in.stream()
                .filter(fact -> fact.kind() == FactKind.ORDER && Sales.text(fact, Attribute.CUSTOMER) != null)
                .collect(
                        Collectors.groupingBy(fact -> "" + Sales.text(fact, Attribute.CUSTOMER), Collectors.counting()))
                .values()
                .stream()
                .filter(orderCount -> orderCount >= 2)
                .count();
        long all = goods + off + back;
        return switch (kpi) {
            case "gross_sales" -> new Cell(gross, List.of(), goods, goods);
            case "discounts" -> new Cell(discounts, List.of(), off, off);
            case "returns" -> new Cell(returns, List.of(), back, back);
            case "net_sales" -> new Cell(net, List.of(gross, discounts, returns), all, all);
            case "orders" -> new Cell(whole(orders), List.of(), orders, orders);
            case "units" -> new Cell(whole(units), List.of(), goods, goods);
            case "aov" -> new Cell(ratio(net, whole(orders)), List.of(net, whole(orders)), all, all + orders);
            case "refund_rate" -> new Cell(ratio(returns, gross), List.of(returns, gross), goods + back, goods + back);
            case "customers" -> new Cell(whole(customers), List.of(), named, named);
            case "new_customers" -> {
                long first = count(in, fact -> fact.kind() == FactKind.NEW_CUSTOMER);
                yield new Cell(whole(first), List.of(), first, first);
            }
            case "units_per_order" ->
                new Cell(
                        ratio(whole(units), whole(orders)),
                        List.of(whole(units), whole(orders)),
                        goods,
                        goods + orders);
            case "discount_rate" ->
                new Cell(ratio(discounts, gross), List.of(discounts, gross), off + goods, off + goods);
            case "refunds" -> new Cell(whole(refunds), List.of(), refunds, refunds);
            case "refund_count_rate" ->
                new Cell(
                        ratio(whole(refunds), whole(orders)),
                        List.of(whole(refunds), whole(orders)),
                        refunds + orders,
                        refunds + orders);
            case "returns_by_order_date" -> new Cell(returnsOfOrders, List.of(), backOfOrders, backOfOrders);
            case "refund_rate_by_order_date" ->
                new Cell(
                        ratio(returnsOfOrders, gross),
                        List.of(returnsOfOrders, gross),
                        backOfOrders + goods,
                        backOfOrders + goods);
            case "placed_orders" -> new Cell(whole(placed), List.of(), placed, placed);
            case "cancelled_orders" -> new Cell(whole(cancelled), List.of(), cancelled, cancelled);
            case "cancel_rate" ->
                new Cell(
                        ratio(whole(cancelled), whole(placed)),
                        List.of(whole(cancelled), whole(placed)),
                        placed,
                        placed);
            case "customer_orders" -> new Cell(whole(named), List.of(), named, named);
            case "purchase_frequency" ->
                new Cell(ratio(whole(named), whole(customers)), List.of(whole(named), whole(customers)), named, named);
            case "returning", "repeat_customers" -> new Cell(whole(returning), List.of(), named, named);
            case "returning_rate", "repeat_rate" ->
                new Cell(
                        ratio(whole(returning), whole(customers)),
                        List.of(whole(returning), whole(customers)),
                        named,
                        2 * named);
            case "spend" ->
                new Cell(
                        orders == 0 ? null : ratio(net, whole(customers)),
                        List.of(net, whole(orders), whole(customers)),
                        all + orders + named,
                        all + orders + named);
            default -> special(kpi, facts, from, to, in);
        };
    }

    /** Levels, means over time, and values picked. */
    private static Cell special(String kpi, List<Fact> facts, long from, long to, List<Fact> in) {
        List<Fact> ever = facts.stream()
                .filter(fact -> fact.kind() == FactKind.GOODS && fact.timeMicros() < to)
                .toList();
        List<Long> amounts = in.stream()
                .filter(fact -> fact.kind() == FactKind.GOODS)
                .map(Sales::amount)
                .sorted()
                .toList();
        BigDecimal median = amounts.isEmpty()
                ? null
                : BigDecimal.valueOf(Buckets.number(Buckets.of(amounts.get((amounts.size() + 1) / 2 - 1))), 6);
        BigDecimal most = amounts.isEmpty() ? null : BigDecimal.valueOf(amounts.get(amounts.size() - 1), 6);
        BigDecimal worth = to == from ? whole(0) : average(ever, from / 1_000_000, to / 1_000_000);
        return switch (kpi) {
            case "stock" ->
                new Cell(whole(ever.stream().mapToLong(Sales::units).sum()), List.of(), ever.size(), ever.size());
            case "worth" -> new Cell(worth, List.of(), ever.size(), ever.size());
            case "turnover" -> {
                BigDecimal returns = sum(in, FactKind.RETURN);
                long back = count(in, fact -> fact.kind() == FactKind.RETURN);
                BigDecimal days = BigDecimal.valueOf((to - from) / DAY);
                yield new Cell(
                        ratio(returns, worth.multiply(days)), List.of(returns, worth), back + ever.size(), back + 1);
            }
            case "median" -> new Cell(median, List.of(), amounts.size(), amounts.size());
            case "most" -> new Cell(most, List.of(), amounts.size(), amounts.size());
            case "range" ->
                new Cell(
                        median == null || most == null ? null : most.subtract(median),
                        List.of(
                                Objects.requireNonNullElse(most, whole(0)),
                                Objects.requireNonNullElse(median, whole(0))),
                        2L * amounts.size(),
                        amounts.size());
            case "rolled" -> rolled(in, Figure.FIRST_PASS, "");
            case "rolled_scrap" -> rolled(in, Figure.SCRAPPED, "earlier");
            case "lost" -> {
                Cell rolled = rolled(in, Figure.FIRST_PASS, "");
                BigDecimal part = rolled.value();
                yield new Cell(
                        part == null ? null : whole(1).subtract(part),
                        List.of(part == null ? whole(0) : part),
                        rolled.count(),
                        rolled.present());
            }
            case "articles" -> {
                List<Fact> runs = in.stream()
                        .filter(fact -> fact.kind() == FactKind.RUN && fact.text(Attribute.SKU) != null)
                        .toList();
                long articles = runs.stream()
                        .map(fact -> fact.text(Attribute.SKU))
                        .distinct()
                        .count();
                yield new Cell(whole(articles), List.of(), runs.size(), runs.size());
            }
            default -> throw new IllegalArgumentException(kpi);
        };
    }

    /** What operations with units yield, multiplied; of runs in a state, or of all. */
    private static Cell rolled(List<Fact> in, Figure part, String state) {
        List<Fact> runs = in.stream()
                .filter(fact -> fact.kind() == FactKind.RUN && fact.text(Attribute.OPERATION) != null)
                .filter(fact -> state.isEmpty() || state.equals(fact.text(Attribute.STATE)))
                .toList();
        BigInteger above = BigInteger.ONE;
        BigInteger below = BigInteger.ONE;
        boolean isAny = false;
        for (List<Fact> operation : runs.stream()
                .collect(Collectors.groupingBy(fact -> "" + fact.text(Attribute.OPERATION)))
                .values()) {
            long units = operation.stream()
                    .mapToLong(fact -> fact.figure(Figure.UNITS))
                    .sum();
            if (units > 0) {
                long right =
                        operation.stream().mapToLong(fact -> fact.figure(part)).sum();
                above = above.multiply(BigInteger.valueOf(right));
                below = below.multiply(BigInteger.valueOf(units));
                isAny = true;
            }
        }
        BigDecimal value =
                isAny ? new BigDecimal(above).divide(new BigDecimal(below), 6, RoundingMode.HALF_EVEN) : null;
        return new Cell(value, List.of(), runs.size(), runs.size());
    }

    private static BigDecimal average(List<Fact> ever, long start, long end) {
        BigDecimal integral = ever.stream()
                .map(fact -> BigDecimal.valueOf(Sales.amount(fact), 6)
                        .multiply(BigDecimal.valueOf(
                                end - Math.max(start, Math.floorDiv(fact.timeMicros(), 1_000_000L)))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return integral.divide(BigDecimal.valueOf(end - start), 6, RoundingMode.HALF_EVEN);
    }

    /** Change points of a rolling window over [from, to], every end looked at. */
    public static NavigableMap<Long, Cell> changePoints(String kpi, String window, List<Fact> facts, long to) {
        TreeMap<Long, Cell> rows = new TreeMap<>();
        if (facts.isEmpty()) {
            return rows;
        }
        NavigableMap<Long, Cell> cells = cells(kpi, window, facts, earliest(facts), to);
        Cell before = cell(kpi, List.of(), 0, 0);
        for (var entry : cells.entrySet()) {
            if (!entry.getValue().sameValue(before)) {
                rows.put(entry.getKey(), entry.getValue());
            }
            before = entry.getValue();
        }
        return rows;
    }

    /**
     * The window's value at every end from the first after {@code from} to {@code to}. Where as many facts are before the window's start and
     * before its end as were at the end before, it holds the same facts: only a mean over time is worked out again.
     */
    public static NavigableMap<Long, Cell> cells(String kpi, String window, List<Fact> facts, long from, long to) {
        TreeMap<Long, Cell> cells = new TreeMap<>();
        long[] times = facts.stream().mapToLong(Fact::timeMicros).sorted().toArray();
        long step = step(window);
        long size = size(window);
        Cell last = null;
        int beforeStart = 0;
        int beforeEnd = 0;
        for (long end = Math.floorDiv(from, step) * step + step; end <= to; end += step) {
            int start = before(times, end - size, beforeStart);
            int upTo = before(times, end, beforeEnd);
            if (last == null || MEANS_OVER_TIME.contains(kpi) || start != beforeStart || upTo != beforeEnd) {
                last = cell(kpi, facts, end - size, end);
            }
            cells.put(end, last);
            beforeStart = start;
            beforeEnd = upTo;
        }
        return cells;
    }

    /** How many of these times, in order, are before an instant; at least so many are. */
    private static int before(long[] times, long instant, int least) {
        int count = least;
        while (count < times.length && times[count] < instant) {
            count++;
        }
        return count;
    }

    /** The rows a window must have at ends up to {@code to}. */
    public static NavigableMap<Long, Cell> rows(String kpi, String window, List<Fact> facts, ZoneId zone, long to) {
        return window.contains("/")
                ? changePoints(kpi, window, facts, to)
                : CalendarBatch.rows(kpi, window, facts, zone, to);
    }

    public static List<Fact> of(Stream<Fact> facts, String set, List<String> members) {
        return new ArrayList<>(facts.filter(fact -> switch (set) {
                    case "total", "commerce", "held", "cover", "spreads", "yields" -> true;
                    case "yields-line" ->
                        fact.kind() == FactKind.RUN && members.get(0).equals(fact.text(Attribute.LINE));
                    case "source-region", "commerce-region", "cover-region" ->
                        members.equals(
                                Arrays.asList(Sales.text(fact, Attribute.SOURCE), Sales.text(fact, Attribute.REGION)));
                    case "sku" -> members.get(0).equals(Sales.text(fact, Attribute.SKU));
                    default -> throw new IllegalArgumentException(set);
                })
                .toList());
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static long earliest(List<Fact> facts) {
        return facts.stream().mapToLong(Fact::timeMicros).min().orElse(0);
    }

    private static BigDecimal sum(List<Fact> facts, FactKind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(fact -> BigDecimal.valueOf(Sales.amount(fact), 6))
                .reduce(BigDecimal.ZERO.setScale(6), BigDecimal::add);
    }

    private static long count(List<Fact> facts, Predicate<Fact> which) {
        return facts.stream().filter(which).count();
    }

    private static BigDecimal whole(long number) {
        return BigDecimal.valueOf(number).setScale(6);
    }

    private static @Nullable BigDecimal ratio(BigDecimal above, BigDecimal below) {
        return below.signum() == 0 ? null : above.divide(below, 6, RoundingMode.HALF_EVEN);
    }
}
