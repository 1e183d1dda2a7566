package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up the units of an article sold on a business day, in whatever order they come and are taken back; a day's units make a fact
 * of their own, {@link FactKind#DEMAND}.
 *
 * <p>The fact is at the last microsecond of its day: so windows that end at midnight or later hold whole days, and none of a day
 * that isn't over. A day without units has no fact.
 */
public final class DailyDemand {
    /** A day's units and their square count as no more than of this many: so that no window's sum of squares overflows. */
    private static final long MOST_UNITS = 300_000_000;

    private DailyDemand() {}

    /** An article on a business day. */
    public record Day(String sku, LocalDate date) {}

    /** By how many units a version moves each day; days it leaves alone, and units without an article, are left out. */
    public static Map<Day, Long> moves(FactDiff diff, ZoneId zone) {
        Map<Day, Long> moves = new LinkedHashMap<>();
        diff.retractions().forEach(fact -> move(moves, fact, zone, -1));
        diff.additions().forEach(fact -> move(moves, fact, zone, 1));
        moves.values().removeIf(units -> units == 0);
        return moves;
    }

    /** What changes when a day's units do. */
    public static FactDiff step(Day day, ZoneId zone, long before, long after) {
        return FactDiff.between(facts(day, zone, before), facts(day, zone, after));
    }

    /** The last microsecond of the day, UTC. */
    public static long endMicros(LocalDate date, ZoneId zone) {
        Instant next = date.plusDays(1).atStartOfDay(zone).toInstant();
        return ChronoUnit.MICROS.between(Instant.EPOCH, next) - 1;
    }

    private static void move(Map<Day, Long> moves, Fact fact, ZoneId zone, int sign) {
        String sku = fact.kind() == FactKind.GOODS ? fact.text(Attribute.SKU) : null;
        if (sku != null) {
            LocalDate date = LocalDate.ofInstant(Instant.EPOCH.plus(fact.timeMicros(), ChronoUnit.MICROS), zone);
            moves.merge(new Day(sku, date), sign * fact.figure(Figure.UNITS), Long::sum);
        }
    }

    private static List<Fact> facts(Day day, ZoneId zone, long units) {
        long counted = Math.max(-MOST_UNITS, Math.min(MOST_UNITS, units));
        return units == 0
                ? List.of()
                : List.of(Fact.of(FactKind.DEMAND, endMicros(day.date(), zone))
                        .with(Attribute.SKU, day.sku())
                        .with(Figure.UNITS, counted)
                        .with(Figure.UNITS_SQUARED, counted * counted)
                        .build());
    }
}
