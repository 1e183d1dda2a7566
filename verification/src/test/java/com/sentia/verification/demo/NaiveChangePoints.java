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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Change points by looking into every window anew at every step, from facts too few for it to matter. */
final class NaiveChangePoints {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final List<Fact> facts;
    private final Set<String> changePoints = new TreeSet<>();

    private NaiveChangePoints(List<Fact> facts) {
        this.facts = facts;
    }

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
        NaiveChangePoints naive = new NaiveChangePoints(facts);
        naive.count("{}", fact -> true, false);
        for (String region : List.of("UK", "EU", "USA")) {
            naive.count(
                    "{\"region\":\"" + region + "\",\"source\":\"shopify\"}",
                    fact -> fact.region().equals(region),
                    false);
        }
        facts.stream()
                .map(Fact::sku)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .forEach(sku -> naive.count("{\"sku\":\"" + sku + "\"}", fact -> sku.equals(fact.sku()), true));
        return naive.changePoints;
    }

    private void count(String dimensions, Predicate<Fact> member, boolean bySku) {
        List<Fact> its = facts.stream().filter(member).toList();
        if (its.isEmpty()) {
            return;
        }
        if (bySku) {
            roll(dimensions, its, "24h/1h", Duration.ofHours(24), Duration.ofHours(1), true);
        } else {
            roll(dimensions, its, "1h/1m", Duration.ofHours(1), Duration.ofMinutes(1), false);
            roll(dimensions, its, "24h/5m", Duration.ofHours(24), Duration.ofMinutes(5), false);
        }
        roll(dimensions, its, "7d/1h", Duration.ofDays(7), Duration.ofHours(1), bySku);
        calendar(dimensions, its, "day", LocalDate::plusDays, date -> date, bySku);
        if (dimensions.equals("{}")) {
            hours(its);
            calendar(dimensions, its, "week", LocalDate::plusWeeks, date -> date.with(DayOfWeek.MONDAY), bySku);
            calendar(dimensions, its, "month", LocalDate::plusMonths, date -> date.withDayOfMonth(1), bySku);
            calendar(
                    dimensions,
                    its,
                    "quarter",
                    (first, one) -> first.plusMonths(3 * one),
                    date -> LocalDate.of(date.getYear(), date.getMonth().firstMonthOfQuarter(), 1),
                    bySku);
        }
    }

    private void roll(String dimensions, List<Fact> its, String window, Duration size, Duration step, boolean bySku) {
        long stepSeconds = step.toSeconds();
        long first =
                its.stream().mapToLong(fact -> fact.at().getEpochSecond()).min().orElseThrow();
        long last =
                its.stream().mapToLong(fact -> fact.at().getEpochSecond()).max().orElseThrow();
        Map<String, Value> before = values(List.of(), bySku);
        for (long end = first / stepSeconds * stepSeconds;
                end <= last + size.toSeconds() + stepSeconds;
                end += stepSeconds) {
            Instant to = Instant.ofEpochSecond(end);
            Instant from = to.minus(size);
            List<Fact> inside = its.stream()
                    .filter(fact -> !fact.at().isBefore(from) && fact.at().isBefore(to))
                    .toList();
            Map<String, Value> now = values(inside, bySku);
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
            boolean bySku) {
        its.stream()
                .collect(Collectors.groupingBy(fact -> first.apply(LocalDate.ofInstant(fact.at(), LONDON))))
                .forEach((date, inside) -> addCalendar(
                        dimensions,
                        window,
                        plus.apply(date, 1L).atStartOfDay(LONDON).toInstant(),
                        inside,
                        bySku));
    }

    /** An hour that the clocks repeat is told apart by its offset. */
    private void hours(List<Fact> its) {
        its.stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.at().atZone(LONDON).toOffsetDateTime().truncatedTo(ChronoUnit.HOURS)))
                .forEach((hour, inside) ->
                        addCalendar("{}", "hour", hour.plusHours(1).toInstant(), inside, false));
    }

    private void addCalendar(String dimensions, String window, Instant end, List<Fact> inside, boolean bySku) {
        values(inside, bySku).forEach((kpi, value) -> {
            boolean holdsAFact = value.facts() > 0 || (kpi.equals("aov") && has(inside, Measure.ORDER));
            if (holdsAFact) {
                add(kpi, dimensions, window, end, value);
            }
        });
    }

    private static Map<String, Value> values(List<Fact> inside, boolean bySku) {
        long goods = count(inside, Measure.GOODS);
        long discountLines = count(inside, Measure.DISCOUNT);
        long parts = count(inside, Measure.RETURN);
        BigDecimal gross = pounds(inside, Measure.GOODS);
        BigDecimal discounts = pounds(inside, Measure.DISCOUNT);
        BigDecimal returns = pounds(inside, Measure.RETURN);
        BigDecimal net = gross.subtract(discounts).subtract(returns);
        BigDecimal units = whole(inside.stream().mapToLong(Fact::units).sum());
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("net_sales", new Value(net, List.of(gross, discounts, returns), goods + discountLines + parts));
        values.put("units", new Value(units, List.of(), goods));
        if (bySku) {
            return values;
        }
        List<Fact> withCustomer =
                inside.stream().filter(fact -> fact.customer() != null).toList();
        long customers = withCustomer.stream().map(Fact::customer).distinct().count();
        BigDecimal orders = whole(count(inside, Measure.ORDER));
        values.put("gross_sales", new Value(gross, List.of(), goods));
        values.put("discounts", new Value(discounts, List.of(), discountLines));
        values.put("returns", new Value(returns, List.of(), parts));
        values.put("orders", new Value(orders, List.of(), count(inside, Measure.ORDER)));
        values.put("aov", new Value(ratio(net, orders), List.of(net, orders), goods + discountLines + parts));
        values.put("refund_rate", new Value(ratio(returns, gross), List.of(returns, gross), goods + parts));
        values.put("customers", new Value(whole(customers), List.of(), withCustomer.size()));
        return values;
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
