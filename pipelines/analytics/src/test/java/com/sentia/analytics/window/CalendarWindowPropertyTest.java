package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.analytics.window.Batch.Cell;
import com.sentia.analytics.window.RandomHistory.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calendar windows in zones that move their clocks in different ways, over changes of clocks, years and quarters, end as
 * the batch does, and so do their revisions and ledger. A failure names its seed.
 */
class CalendarWindowPropertyTest {
    private static final List<String> UNITS = List.of("hour", "day", "week", "month", "quarter");
    private static final List<String> ALL_BUT_DAY = List.of("hour", "week", "month", "quarter");
    private static final long RETENTION = 300 * Batch.DAY;

    /** A zone and an instant shortly before something happens to its calendar. */
    private record Place(ZoneId zone, long start) {
        static Place of(String zone, String start) {
            return new Place(ZoneId.of(zone), Batch.micros(Instant.parse(start)));
        }
    }

    private static final List<Place> PLACES = List.of(
            Place.of("Europe/London", "2026-03-28T20:00:00Z"),
            Place.of("Europe/London", "2026-10-24T20:00:00Z"),
            Place.of("Europe/London", "2028-02-28T12:00:00Z"),
            Place.of("Europe/London", "2026-12-30T12:00:00Z"),
            Place.of("America/New_York", "2027-03-13T20:00:00Z"),
            // Half an hour of change, on hours half an hour off UTC's.
            Place.of("Australia/Lord_Howe", "2027-04-03T00:00:00Z"),
            Place.of("Australia/Lord_Howe", "2026-10-03T00:00:00Z"),
            Place.of("Asia/Kolkata", "2026-06-29T12:00:00Z"),
            // Midnight is skipped, and repeated.
            Place.of("America/Asuncion", "2023-09-30T12:00:00Z"),
            Place.of("America/Havana", "2026-10-31T12:00:00Z"),
            // A whole day is skipped.
            Place.of("Pacific/Apia", "2011-12-29T00:00:00Z"));

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 44), new Random().longs(8));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endAsTheBatchDoes(long seed) {
        Random random = new Random(seed);
        Place place = place(seed);
        List<String> units = random.nextInt(3) == 0 ? ALL_BUT_DAY : UNITS;
        EngineDriver driver = new EngineDriver(SalesCatalogue.ofTotal(place.zone, units), RETENTION);
        driver.isGatheringLate = Math.floorMod(seed, 2) == 0;
        Map<List<Object>, Integer> revisions = new HashMap<>();
        List<List<Object>> ledger = new ArrayList<>();
        long span = (random.nextBoolean() ? 3 : 120) * Batch.DAY;
        for (Event event : new RandomHistory(seed, place.start, span).events(15)) {
            if (event.entity() == null) {
                driver.advance(event.finalTo());
            } else {
                List<Fact> before = facts(driver);
                if (!driver.arrive(event.entity(), version(event)).isEmpty()) {
                    for (String unit : units) {
                        witness(event, unit, before, facts(driver), place.zone, driver, revisions, ledger);
                    }
                }
            }
            if (random.nextBoolean()) {
                driver.refresh();
            }
        }
        // In any case what waits is sent.
        driver.advance(random.nextBoolean() ? place.start + span + 100 * Batch.DAY : driver.finalTo);
        for (String unit : units) {
            compare(seed, driver, unit, place.zone, revisions);
        }
        assertThat(driver.ledger.stream().map(CalendarWindowPropertyTest::line))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(ledger);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leaveNothingBehindTheRetentionOfTheLastWindow(long seed) {
        Random random = new Random(seed);
        Place place = place(seed);
        List<String> units = List.of(UNITS, ALL_BUT_DAY, List.of("hour"), List.of("1h/1m"), List.of("week", "1h/1m"))
                .get(random.nextInt(5));
        EngineDriver driver = new EngineDriver(SalesCatalogue.ofTotal(place.zone, units), RETENTION);
        driver.isGatheringLate = Math.floorMod(seed, 2) == 0;
        long span = 60 * Batch.DAY;
        for (Event event : new RandomHistory(seed, place.start, span).events(10)) {
            if (event.entity() == null) {
                driver.advance(event.finalTo());
            } else {
                driver.arrive(event.entity(), version(event));
            }
            if (random.nextInt(3) == 0) {
                driver.refresh();
            }
        }
        List<Fact> facts = facts(driver);
        long last = units.stream()
                .filter(unit -> !unit.contains("/"))
                .flatMap(unit -> everHeld(driver, unit, place.zone))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        if (!facts.isEmpty() && last > 0 && driver.finalTo < last) {
            driver.advance(last + RETENTION - Batch.MINUTE);
            assertThat(driver.remembered()).as("seed %d", seed).isPositive();
        }
        driver.advance(place.start + span + 100 * Batch.DAY + RETENTION);

        assertThat(driver.remembered()).as("seed %d", seed).isZero();
    }

    private static Stream<Long> everHeld(EngineDriver driver, String unit, ZoneId zone) {
        Set<FactKind> kinds = driver.catalogue.set("total").measures().stream()
                .map(Measure::fact)
                .collect(Collectors.toSet());
        return facts(driver).stream()
                .filter(fact -> kinds.contains(fact.kind()))
                .map(fact -> CalendarBatch.span(unit, fact.timeMicros(), zone).end());
    }

    private static Place place(long seed) {
        return PLACES.get((int) Math.floorMod(seed, (long) PLACES.size()));
    }

    private static void compare(
            long seed, EngineDriver driver, String unit, ZoneId zone, Map<List<Object>, Integer> revisions) {
        List<Fact> facts = facts(driver);
        for (Kpi kpi : kpis(driver)) {
            TreeMap<Long, List<Object>> expected = new TreeMap<>();
            CalendarBatch.rows(kpi.name(), unit, facts, zone, driver.finalTo)
                    .forEach((end, cell) -> expected.put(
                            end,
                            content(
                                    cell.value(),
                                    cell.components(),
                                    cell.count(),
                                    revisions.getOrDefault(List.of(kpi.name(), unit, end), 0))));
            TreeMap<Long, List<Object>> seen = new TreeMap<>();
            NavigableMap<Long, KpiRow> rows = driver.rows("total", List.of(), kpi.name(), unit);
            rows.headMap(driver.finalTo, true)
                    .forEach((end, row) ->
                            seen.put(end, content(row.value(), row.components(), row.count(), row.revision())));
            assertThat(seen).as("seed %d: %s %s", seed, kpi.name(), unit).isEqualTo(expected);
            assertThat(rows.tailMap(driver.finalTo, false).values())
                    .as("seed %d", seed)
                    .allMatch(row -> row.stage() == KpiRow.Stage.OPEN);
        }
    }

    /** What the ledger must say of one cause and window, found by recomputing before and after it. */
    private static void witness(
            Event event,
            String unit,
            List<Fact> before,
            List<Fact> after,
            ZoneId zone,
            EngineDriver driver,
            Map<List<Object>, Integer> revisions,
            List<List<Object>> ledger) {
        for (Kpi kpi : kpis(driver)) {
            NavigableMap<Long, Cell> was = CalendarBatch.rows(kpi.name(), unit, before, zone, driver.finalTo);
            NavigableMap<Long, Cell> is = CalendarBatch.rows(kpi.name(), unit, after, zone, driver.finalTo);
            TreeSet<Long> changed = new TreeSet<>(was.keySet());
            changed.addAll(is.keySet());
            changed.removeIf(end -> was.containsKey(end)
                    && is.containsKey(end)
                    && Objects.requireNonNull(was.get(end)).sameValue(Objects.requireNonNull(is.get(end))));
            changed.forEach(end -> revisions.merge(List.of(kpi.name(), unit, end), 1, Integer::sum));
            if (!changed.isEmpty()) {
                Cell none = Batch.cell(kpi.name(), List.of(), 0, 0);
                long first = changed.first();
                BigDecimal valueBefore = was.getOrDefault(first, none).value();
                BigDecimal valueAfter = is.getOrDefault(first, none).value();
                ledger.add(List.of(
                        Objects.requireNonNull(event.entity()),
                        version(event).version().text(),
                        kpi.name(),
                        unit,
                        first,
                        changed.last(),
                        valueBefore == null || valueAfter == null ? "none" : valueAfter.subtract(valueBefore)));
            }
        }
    }

    private static List<Object> line(EngineDriver.Entry entry) {
        Restated restated = entry.restated();
        BigDecimal delta = restated.firstDelta();
        return List.of(
                restated.cause().key(),
                restated.cause().version().text(),
                restated.kpi().name(),
                restated.window().name(),
                restated.firstEnd(),
                restated.lastEnd(),
                delta == null ? "none" : delta);
    }

    private static List<Object> content(
            @Nullable BigDecimal value, List<BigDecimal> components, long count, int revision) {
        return List.of(value == null ? "none" : value, components, count, revision);
    }

    private static List<Kpi> kpis(EngineDriver driver) {
        return driver.catalogue.set("total").kpis();
    }

    private static EntityFacts version(Event event) {
        return Objects.requireNonNull(event.version());
    }

    private static List<Fact> facts(EngineDriver driver) {
        return driver.entities.values().stream()
                .flatMap(entity -> entity.facts().stream())
                .toList();
    }
}
