package com.sentia.analytics.window;

import com.sentia.analytics.fact.Buckets;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * KPIs over amounts in several currencies, recomputed from facts and rates as plainly as can be.
 *
 * @param rates billionths by currency and day
 */
record ForeignBatch(List<Fact> facts, Map<String, NavigableMap<LocalDate, Long>> rates, ZoneId zone) {
    /** A row: value, components and flags make it differ; the number of facts doesn't. */
    record Cell(@Nullable BigDecimal value, List<BigDecimal> components, Set<RateFlag> flags, long count) {
        @SuppressWarnings("BigDecimalEquals") // all have six decimal places
        boolean sameValue(Cell other) {
            return Objects.equals(value, other.value)
                    && components.equals(other.components)
                    && flags.equals(other.flags);
        }
    }

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    Cell cell(String kpi, long from, long to) {
        List<Fact> in = facts.stream()
                .filter(fact -> from <= fact.timeMicros() && fact.timeMicros() < to)
                .toList();
        BigDecimal gross = sum(in, FactKind.GOODS);
        BigDecimal off = sum(in, FactKind.DISCOUNT);
        BigDecimal net = gross.subtract(off);
        List<Fact> goods = of(in, FactKind.GOODS);
        List<Fact> both = in.stream()
                .filter(fact -> fact.kind() == FactKind.GOODS || fact.kind() == FactKind.DISCOUNT)
                .toList();
        List<Fact> ever =
                of(facts.stream().filter(fact -> fact.timeMicros() < to).toList(), FactKind.STOCK);
        return switch (kpi) {
            case "gross" -> new Cell(micros(gross), List.of(), flags(goods), goods.size());
            case "net" -> new Cell(micros(net), List.of(micros(gross), micros(off)), flags(both), both.size());
            case "lines" -> new Cell(micros(BigDecimal.valueOf(goods.size(), -6)), List.of(), Set.of(), goods.size());
            case "mean_line" ->
                new Cell(
                        goods.isEmpty()
                                ? null
                                : net.divide(new BigDecimal(goods.size()), 0, RoundingMode.HALF_EVEN)
                                        .movePointLeft(6)
                                        .setScale(6),
                        List.of(micros(net), micros(BigDecimal.valueOf(goods.size(), -6))),
                        flags(both),
                        both.size() + goods.size());
            case "median" -> new Cell(median(goods), List.of(), flags(goods), goods.size());
            case "most" -> new Cell(most(goods), List.of(), flags(goods), goods.size());
            case "worth" -> new Cell(micros(worth(ever, to)), List.of(), standing(ever, to), ever.size());
            case "mean_worth" -> new Cell(meanWorth(ever, from, to), List.of(), standing(ever, to), ever.size());
            default -> throw new IllegalArgumentException(kpi);
        };
    }

    NavigableMap<Long, Cell> cells(String kpi, String window, long from, long to) {
        TreeMap<Long, Cell> cells = new TreeMap<>();
        long step = Batch.step(window);
        for (long end = Math.floorDiv(from, step) * step + step; end <= to; end += step) {
            cells.put(end, cell(kpi, end - Batch.size(window), end));
        }
        return cells;
    }

    NavigableMap<Long, Cell> rows(String kpi, String window, long to) {
        TreeMap<Long, Cell> rows = new TreeMap<>();
        if (facts.isEmpty()) {
            return rows;
        }
        if (!window.contains("/")) {
            facts.stream()
                    .map(fact -> CalendarBatch.span(window, fact.timeMicros(), zone))
                    .distinct()
                    .filter(span -> span.end() <= to)
                    .forEach(span -> {
                        Cell cell = cell(kpi, span.start(), span.end());
                        if (cell.count > 0) {
                            rows.put(span.end(), cell);
                        }
                    });
            return rows;
        }
        Cell before = new ForeignBatch(List.of(), rates, zone).cell(kpi, 0, 0);
        for (var entry : cells(kpi, window, Batch.earliest(facts), to).entrySet()) {
            if (!entry.getValue().sameValue(before)) {
                rows.put(entry.getKey(), entry.getValue());
            }
            before = entry.getValue();
        }
        return rows;
    }

    private @Nullable BigDecimal median(List<Fact> goods) {
        List<BigDecimal> amounts = amounts(goods);
        return amounts.isEmpty()
                ? null
                : BigDecimal.valueOf(
                        Buckets.number(Buckets.of(
                                amounts.get((amounts.size() + 1) / 2 - 1).longValueExact())),
                        6);
    }

    private @Nullable BigDecimal most(List<Fact> goods) {
        List<BigDecimal> amounts = amounts(goods);
        return amounts.isEmpty()
                ? null
                : amounts.get(amounts.size() - 1).movePointLeft(6).setScale(6);
    }

    /** Whole micros each, of those that have a rate, in order. */
    private List<BigDecimal> amounts(List<Fact> goods) {
        return goods.stream()
                .filter(fact -> !isMissing(fact))
                .map(fact -> amount(fact, dayOf(fact.timeMicros())).setScale(0, RoundingMode.HALF_EVEN))
                .sorted()
                .toList();
    }

    private BigDecimal sum(List<Fact> in, FactKind kind) {
        return of(in, kind).stream()
                .map(fact -> amount(fact, dayOf(fact.timeMicros())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal worth(List<Fact> ever, long to) {
        LocalDate day = dayOf(to - 1);
        return ever.stream().map(fact -> amount(fact, day)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Second by second of each day in turn. */
    private BigDecimal meanWorth(List<Fact> ever, long from, long to) {
        if (from == to) {
            return micros(BigDecimal.ZERO);
        }
        BigDecimal integral = BigDecimal.ZERO;
        for (Fact fact : ever) {
            long at = Math.max(from / 1_000_000, Math.floorDiv(fact.timeMicros(), 1_000_000L));
            while (at < to / 1_000_000) {
                LocalDate day = dayOf(at * 1_000_000);
                long next = Math.min(
                                to,
                                Batch.micros(day.plusDays(1).atStartOfDay(zone).toInstant()))
                        / 1_000_000;
                integral = integral.add(amount(fact, day).multiply(BigDecimal.valueOf(next - at)));
                at = next;
            }
        }
        return integral.divide(BigDecimal.valueOf((to - from) / 1_000_000), 0, RoundingMode.HALF_EVEN)
                .movePointLeft(6)
                .setScale(6);
    }

    private Set<RateFlag> flags(List<Fact> in) {
        Set<RateFlag> flags = EnumSet.noneOf(RateFlag.class);
        for (Fact fact : in) {
            if (isMissing(fact)) {
                flags.add(RateFlag.RATE_MISSING);
            } else if (isEstimated(fact, dayOf(fact.timeMicros()))) {
                flags.add(RateFlag.RATE_ESTIMATED);
            }
        }
        return flags;
    }

    /** Only what does not cancel out stands. */
    private Set<RateFlag> standing(List<Fact> ever, long to) {
        long missing = 0;
        long estimated = 0;
        for (Fact fact : ever) {
            if (isMissing(fact)) {
                missing += fact.figure(Figure.AMOUNT);
            } else if (isEstimated(fact, dayOf(to - 1))) {
                estimated += fact.figure(Figure.AMOUNT);
            }
        }
        Set<RateFlag> flags = EnumSet.noneOf(RateFlag.class);
        if (missing != 0) {
            flags.add(RateFlag.RATE_MISSING);
        }
        if (estimated != 0) {
            flags.add(RateFlag.RATE_ESTIMATED);
        }
        return flags;
    }

    private boolean isMissing(Fact fact) {
        return fact.currency() != null && of(fact).isEmpty();
    }

    private boolean isEstimated(Fact fact, LocalDate day) {
        return fact.currency() != null && !of(fact).containsKey(day);
    }

    /** Exact, in micros. */
    private BigDecimal amount(Fact fact, LocalDate day) {
        BigDecimal amount = BigDecimal.valueOf(fact.figure(Figure.AMOUNT));
        if (fact.currency() == null) {
            return amount;
        }
        NavigableMap<LocalDate, Long> known = of(fact);
        if (known.isEmpty()) {
            return BigDecimal.ZERO;
        }
        Map.Entry<LocalDate, Long> rate = known.floorEntry(day) == null ? known.firstEntry() : known.floorEntry(day);
        return amount.multiply(BigDecimal.valueOf(rate.getValue())).divide(NANOS, 9, RoundingMode.UNNECESSARY);
    }

    private NavigableMap<LocalDate, Long> of(Fact fact) {
        return rates.getOrDefault(Objects.requireNonNull(fact.currency()), new TreeMap<>());
    }

    private LocalDate dayOf(long micros) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
    }

    private static List<Fact> of(List<Fact> facts, FactKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).toList();
    }

    /** Micros as units, rounded. */
    private static BigDecimal micros(BigDecimal micros) {
        return micros.movePointLeft(6).setScale(6, RoundingMode.HALF_EVEN);
    }
}
