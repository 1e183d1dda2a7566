package com.sentia.verification.demo;

import com.sentia.verification.demo.NaiveFacts.Fact;
import com.sentia.verification.demo.NaiveFacts.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Change points by looking into every window anew at every step, from facts too few for it to matter. */
final class NaiveChangePoints {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Set<String> changePoints = new TreeSet<>();

    private NaiveChangePoints() {}

    /** One KPI of one window: what it says and how many facts it rests on. */
    private record Value(@Nullable BigDecimal value, List<BigDecimal> components, long facts) {
        boolean differsFrom(Value other) {
            return !amounts().equals(other.amounts());
        }

        String amounts() {
            return (value == null ? "null" : micros(value)) + " "
                    + components.stream().map(NaiveChangePoints::micros).toList();
        }
    }

    /** As {@code kpi dimensions window end-in-micros value components count}; amounts in millionths. */
    static Set<String> of(List<Fact> facts) {
        NaiveChangePoints naive = new NaiveChangePoints();
        naive.total(facts);
        for (String region : List.of("UK", "EU", "USA")) {
            naive.region(
                    "{\"region\":\"" + region + "\",\"source\":\"shopify\"}",
                    facts.stream().filter(fact -> fact.region().equals(region)).toList());
        }
        facts.stream()
                .map(Fact::sku)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .forEach(sku -> naive.sku(
                        "{\"sku\":\"" + sku + "\"}",
                        facts.stream().filter(fact -> sku.equals(fact.sku())).toList()));
        return naive.changePoints;
    }

    private void total(List<Fact> its) {
        sales("{}", its);
        hours(its);
        weeks("{}", its, NaiveChangePoints::sales);
        months("{}", its, NaiveChangePoints::sales);
        commerce("{}", its);
        weeks("{}", its, NaiveChangePoints::commerce);
    }

    private void region(String dimensions, List<Fact> its) {
        sales(dimensions, its);
        commerce(dimensions, its);
    }

    private void sku(String dimensions, List<Fact> its) {
        roll(dimensions, its, "24h/1h", Duration.ofHours(24), Duration.ofHours(1), NaiveChangePoints::ofSku);
        roll(dimensions, its, "7d/1h", Duration.ofDays(7), Duration.ofHours(1), NaiveChangePoints::ofSku);
        days(dimensions, its, NaiveChangePoints::ofSku);
    }

    private void sales(String dimensions, List<Fact> its) {
        roll(dimensions, its, "1h/1m", Duration.ofHours(1), Duration.ofMinutes(1), NaiveChangePoints::sales);
        roll(dimensions, its, "24h/5m", Duration.ofHours(24), Duration.ofMinutes(5), NaiveChangePoints::sales);
        roll(dimensions, its, "7d/1h", Duration.ofDays(7), Duration.ofHours(1), NaiveChangePoints::sales);
        days(dimensions, its, NaiveChangePoints::sales);
    }

    private void commerce(String dimensions, List<Fact> its) {
        roll(dimensions, its, "24h/5m", Duration.ofHours(24), Duration.ofMinutes(5), NaiveChangePoints::commerce);
        roll(dimensions, its, "7d/1h", Duration.ofDays(7), Duration.ofHours(1), NaiveChangePoints::commerce);
        roll(dimensions, its, "30d/1h", Duration.ofDays(30), Duration.ofHours(1), NaiveChangePoints::commerce);
        roll(dimensions, its, "90d/1d", Duration.ofDays(90), Duration.ofDays(1), NaiveChangePoints::commerce);
        days(dimensions, its, NaiveChangePoints::commerce);
        months(dimensions, its, NaiveChangePoints::commerce);
    }

    private void days(String dimensions, List<Fact> its, Function<List<Fact>, Map<String, Value>> kpis) {
        calendar(dimensions, its, "day", LocalDate::plusDays, date -> date, kpis);
    }

    private void weeks(String dimensions, List<Fact> its, Function<List<Fact>, Map<String, Value>> kpis) {
        calendar(dimensions, its, "week", LocalDate::plusWeeks, date -> date.with(DayOfWeek.MONDAY), kpis);
    }

    private void months(String dimensions, List<Fact> its, Function<List<Fact>, Map<String, Value>> kpis) {
        calendar(dimensions, its, "month", LocalDate::plusMonths, date -> date.withDayOfMonth(1), kpis);
        calendar(
                dimensions,
                its,
                "quarter",
                (first, one) -> first.plusMonths(3 * one),
                date -> LocalDate.of(date.getYear(), date.getMonth().firstMonthOfQuarter(), 1),
                kpis);
    }

    private void roll(
            String dimensions,
            List<Fact> its,
            String window,
            Duration size,
            Duration step,
            Function<List<Fact>, Map<String, Value>> kpis) {
        if (its.isEmpty()) {
            return;
        }
        long stepSeconds = step.toSeconds();
        long first =
                its.stream().mapToLong(fact -> fact.at().getEpochSecond()).min().orElseThrow();
        long last =
                its.stream().mapToLong(fact -> fact.at().getEpochSecond()).max().orElseThrow();
        Map<String, Value> before = kpis.apply(List.of());
        for (long end = first / stepSeconds * stepSeconds;
                end <= last + size.toSeconds() + stepSeconds;
                end += stepSeconds) {
            Instant to = Instant.ofEpochSecond(end);
            Instant from = to.minus(size);
            List<Fact> inside = its.stream()
                    .filter(fact -> !fact.at().isBefore(from) && fact.at().isBefore(to))
                    .toList();
            Map<String, Value> now = kpis.apply(inside);
            Map<String, Value> earlier = before;
            now.forEach((kpi, value) -> {
                if (value.differsFrom(earlier.getOrDefault(kpi, value))) {
                    add(kpi, dimensions, window, to, value);
                }
            });
            before = now;
        }
    }

    private void calendar(
            String dimensions,
            List<Fact> its,
            String window,
            BiFunction<LocalDate, Long, LocalDate> plus,
            UnaryOperator<LocalDate> first,
            Function<List<Fact>, Map<String, Value>> kpis) {
        its.stream()
                .collect(Collectors.groupingBy(fact -> first.apply(LocalDate.ofInstant(fact.at(), LONDON))))
                .forEach((date, inside) -> addCalendar(
                        dimensions,
                        window,
                        plus.apply(date, 1L).atStartOfDay(LONDON).toInstant(),
                        kpis.apply(inside),
                        has(inside, Measure.ORDER)));
    }

    /** An hour that the clocks repeat is told apart by its offset. */
    private void hours(List<Fact> its) {
        its.stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.at().atZone(LONDON).toOffsetDateTime().truncatedTo(ChronoUnit.HOURS)))
                .forEach((hour, inside) -> addCalendar(
                        "{}", "hour", hour.plusHours(1).toInstant(), sales(inside), has(inside, Measure.ORDER)));
    }

    /** Some KPIs divide by orders, which they don't count as their facts. */
    private void addCalendar(
            String dimensions, String window, Instant end, Map<String, Value> values, boolean hasAnOrder) {
        values.forEach((kpi, value) -> {
            boolean holdsAFact = value.facts() > 0
                    || (hasAnOrder && Set.of("aov", "units_per_order").contains(kpi));
            if (holdsAFact) {
                add(kpi, dimensions, window, end, value);
            }
        });
    }

    private static Map<String, Value> ofSku(List<Fact> inside) {
        BigDecimal gross = pounds(inside, Measure.GOODS);
        BigDecimal discounts = pounds(inside, Measure.DISCOUNT);
        BigDecimal returns = pounds(inside, Measure.RETURN);
        BigDecimal net = gross.subtract(discounts).subtract(returns);
        long goods = count(inside, Measure.GOODS);
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("net_sales", new Value(net, List.of(gross, discounts, returns), lines(inside)));
        values.put("units", new Value(units(inside), List.of(), goods));
        return values;
    }

    private static Map<String, Value> sales(List<Fact> inside) {
        long goods = count(inside, Measure.GOODS);
        long parts = count(inside, Measure.RETURN);
        BigDecimal gross = pounds(inside, Measure.GOODS);
        BigDecimal discounts = pounds(inside, Measure.DISCOUNT);
        BigDecimal returns = pounds(inside, Measure.RETURN);
        BigDecimal net = gross.subtract(discounts).subtract(returns);
        BigDecimal orders = whole(count(inside, Measure.ORDER));
        Map<String, Long> customers = ordersByCustomer(inside);
        Map<String, Value> values = ofSku(inside);
        values.put("gross_sales", new Value(gross, List.of(), goods));
        values.put("discounts", new Value(discounts, List.of(), count(inside, Measure.DISCOUNT)));
        values.put("returns", new Value(returns, List.of(), parts));
        values.put("orders", new Value(orders, List.of(), count(inside, Measure.ORDER)));
        values.put("aov", new Value(ratio(net, orders), List.of(net, orders), lines(inside)));
        values.put("refund_rate", new Value(ratio(returns, gross), List.of(returns, gross), goods + parts));
        values.put("customers", new Value(whole(customers.size()), List.of(), sum(customers)));
        return values;
    }

    private static Map<String, Value> commerce(List<Fact> inside) {
        long goods = count(inside, Measure.GOODS);
        long orders = count(inside, Measure.ORDER);
        long refunds = count(inside, Measure.REFUND);
        long placed = count(inside, Measure.PLACEMENT);
        long cancelled = count(inside, Measure.CANCELLATION);
        BigDecimal gross = pounds(inside, Measure.GOODS);
        BigDecimal later = pounds(inside, Measure.COHORT_RETURN);
        long laterParts = count(inside, Measure.COHORT_RETURN);
        Map<String, Long> customers = ordersByCustomer(inside);
        long customerOrders = sum(customers);
        long repeat = customers.values().stream().filter(count -> count > 1).count();
        Map<String, Value> values = new LinkedHashMap<>();
        long firsts = count(inside, Measure.NEW_CUSTOMER);
        values.put("new_customers", new Value(whole(firsts), List.of(), firsts));
        values.put("units_per_order", ratio(units(inside), whole(orders), goods));
        values.put(
                "discount_rate",
                ratio(pounds(inside, Measure.DISCOUNT), gross, count(inside, Measure.DISCOUNT) + goods));
        values.put("refunds", new Value(whole(refunds), List.of(), refunds));
        values.put("refund_count_rate", ratio(whole(refunds), whole(orders), refunds + orders));
        values.put("returns_by_order_date", new Value(later, List.of(), laterParts));
        values.put("refund_rate_by_order_date", ratio(later, gross, laterParts + goods));
        values.put("placed_orders", new Value(whole(placed), List.of(), placed));
        values.put("cancelled_orders", new Value(whole(cancelled), List.of(), cancelled));
        values.put("cancel_rate", ratio(whole(cancelled), whole(placed), placed));
        values.put("customer_orders", new Value(whole(customerOrders), List.of(), customerOrders));
        values.put("repeat_customers", new Value(whole(repeat), List.of(), customerOrders));
        values.put("repeat_rate", ratio(whole(repeat), whole(customers.size()), customerOrders));
        values.put("purchase_frequency", ratio(whole(customerOrders), whole(customers.size()), customerOrders));
        return values;
    }

    private static Value ratio(BigDecimal part, BigDecimal whole, long facts) {
        return new Value(ratio(part, whole), List.of(part, whole), facts);
    }

    private static Map<String, Long> ordersByCustomer(List<Fact> inside) {
        Map<String, Long> orders = new LinkedHashMap<>();
        for (Fact fact : inside) {
            if (fact.customer() != null) {
                orders.merge(fact.customer(), 1L, Long::sum);
            }
        }
        return orders;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long lines(List<Fact> inside) {
        return count(inside, Measure.GOODS) + count(inside, Measure.DISCOUNT) + count(inside, Measure.RETURN);
    }

    private static BigDecimal units(List<Fact> inside) {
        return whole(inside.stream().mapToLong(Fact::units).sum());
    }

    private void add(String kpi, String dimensions, String window, Instant end, Value value) {
        long micros = end.getEpochSecond() * 1_000_000;
        changePoints.add(
                "%s %s %s %d %s %d".formatted(kpi, dimensions, window, micros, value.amounts(), value.facts()));
    }

    private static boolean has(List<Fact> facts, Measure measure) {
        return count(facts, measure) > 0;
    }

    private static long count(List<Fact> facts, Measure measure) {
        return facts.stream().filter(fact -> fact.measure() == measure).count();
    }

    private static BigDecimal pounds(List<Fact> facts, Measure measure) {
        long pennies = facts.stream()
                .filter(fact -> fact.measure() == measure)
                .mapToLong(Fact::pennies)
                .sum();
        return BigDecimal.valueOf(pennies, 2).setScale(6);
    }

    private static BigDecimal whole(long number) {
        return BigDecimal.valueOf(number).setScale(6);
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, 6, RoundingMode.HALF_EVEN);
    }

    private static String micros(BigDecimal amount) {
        return amount.movePointRight(6).toBigIntegerExact().toString();
    }
}
