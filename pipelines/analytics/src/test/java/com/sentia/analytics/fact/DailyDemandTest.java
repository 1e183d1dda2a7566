package com.sentia.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.DailyDemand.Day;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DailyDemandTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate CLOCKS_CHANGE = LocalDate.of(2026, 3, 29);
    private static final long DAY = 86_400_000_000L;
    private static final int VERSIONS = 200;

    @Test
    void isToldAtTheEndOfTheBusinessDay() {
        assertThat(DailyDemand.endMicros(CLOCKS_CHANGE.minusDays(1), LONDON))
                .isEqualTo(micros("2026-03-28T23:59:59.999999Z"));
        assertThat(DailyDemand.endMicros(CLOCKS_CHANGE, LONDON)).isEqualTo(micros("2026-03-29T22:59:59.999999Z"));
        assertThat(DailyDemand.moves(sold(goods("2026-06-01T22:59:59.999999Z", "A", 2)), LONDON))
                .isEqualTo(Map.of(new Day("A", LocalDate.of(2026, 6, 1)), 2L));
        assertThat(DailyDemand.moves(sold(goods("2026-06-01T23:00:00Z", "A", 2)), LONDON))
                .isEqualTo(Map.of(new Day("A", LocalDate.of(2026, 6, 2)), 2L));
    }

    /** Whatever the clocks do, a window of 90 days from UTC midnight to midnight holds the ends of 90 business days. */
    @Test
    void isOnceInEachDayOfUtc() {
        long before = Math.floorDiv(DailyDemand.endMicros(LocalDate.of(2026, 1, 1), LONDON), DAY);
        for (int day = 1; day <= 730; day++) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
            assertThat(Math.floorDiv(DailyDemand.endMicros(date, LONDON), DAY))
                    .as("%s", date)
                    .isEqualTo(before + day);
        }
    }

    @Test
    void leavesOutWhatChangesNoDay() {
        Fact morning = goods("2026-06-01T08:00:00Z", "A", 2);
        Fact evening = goods("2026-06-01T18:00:00Z", "A", 2);

        assertThat(DailyDemand.moves(new FactDiff(List.of(morning), List.of(evening)), LONDON))
                .isEmpty();
        assertThat(DailyDemand.moves(sold(goods("2026-06-01T08:00:00Z", null, 2)), LONDON))
                .isEmpty();
        assertThat(DailyDemand.step(new Day("A", CLOCKS_CHANGE), LONDON, 5, 5).isEmpty())
                .isTrue();
    }

    @Test
    void countsADayUpToABound() {
        FactDiff absurd = DailyDemand.step(new Day("A", CLOCKS_CHANGE), LONDON, 0, Long.MAX_VALUE);

        assertThat(absurd.additions().get(0).figure(Figure.UNITS)).isEqualTo(300_000_000);
        assertThat(Math.multiplyExact(90, absurd.additions().get(0).figure(Figure.UNITS_SQUARED)))
                .isPositive();
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 20), new Random().longs(4));
    }

    /** Orders come in any order, are edited, move to other days and articles, and are cancelled; at each step what was told is what is true. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsWhatTheOrdersThatCountAmountTo(long seed) {
        Random random = new Random(seed);
        Map<Day, Long> known = new HashMap<>();
        Map<Integer, List<Fact>> orders = new HashMap<>();
        List<Fact> told = new ArrayList<>();
        for (int v = 0; v < VERSIONS; v++) {
            List<Fact> after = random.nextInt(4) == 0
                    ? List.of()
                    : Stream.generate(() -> goods(random))
                            .limit(1 + random.nextInt(3))
                            .toList();
            List<Fact> before = orders.put(random.nextInt(12), after);
            FactDiff diff = FactDiff.between(before == null ? List.of() : before, after);
            DailyDemand.moves(diff, LONDON).forEach((day, units) -> {
                long was = known.getOrDefault(day, 0L);
                known.put(day, was + units);
                FactDiff change = DailyDemand.step(day, LONDON, was, was + units);
                change.retractions()
                        .forEach(fact -> assertThat(told.remove(fact)).isTrue());
                told.addAll(change.additions());
            });
            assertThat(told).containsExactlyInAnyOrderElementsOf(batch(orders));
        }
    }

    /** By the local clock, and not by the code at test. */
    private static List<Fact> batch(Map<Integer, List<Fact>> orders) {
        Map<String, Map<ZonedDateTime, Long>> units = new HashMap<>();
        orders.values().stream().flatMap(List::stream).forEach(fact -> {
            String sku = fact.text(Attribute.SKU);
            if (sku != null) {
                ZonedDateTime midnight = Instant.EPOCH
                        .plus(fact.timeMicros(), ChronoUnit.MICROS)
                        .atZone(LONDON)
                        .truncatedTo(ChronoUnit.DAYS)
                        .plusDays(1);
                units.computeIfAbsent(sku, absent -> new HashMap<>())
                        .merge(midnight, fact.figure(Figure.UNITS), Long::sum);
            }
        });
        List<Fact> demand = new ArrayList<>();
        units.forEach((sku, days) -> days.forEach((midnight, sum) ->
                demand.add(Fact.of(FactKind.DEMAND, ChronoUnit.MICROS.between(Instant.EPOCH, midnight.toInstant()) - 1)
                        .with(Attribute.SKU, sku)
                        .with(Figure.UNITS, sum)
                        .with(Figure.UNITS_SQUARED, sum * sum)
                        .build())));
        return demand;
    }

    private static Fact goods(Random random) {
        long minute = random.nextInt(4 * 24 * 60);
        Instant at = CLOCKS_CHANGE.minusDays(2).atStartOfDay(LONDON).toInstant().plus(minute, ChronoUnit.MINUTES);
        String sku = random.nextInt(5) == 0 ? null : "S" + random.nextInt(2);
        return goods(at.toString(), sku, 1 + random.nextInt(3));
    }

    private static FactDiff sold(Fact fact) {
        return new FactDiff(List.of(), List.of(fact));
    }

    private static Fact goods(String instant, @Nullable String sku, long units) {
        return Sales.fact(FactKind.GOODS, micros(instant), "shopify", "UK", sku, units, 7, null);
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
