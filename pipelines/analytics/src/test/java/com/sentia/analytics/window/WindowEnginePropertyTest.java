package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactChange;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.window.Batch.Cell;
import com.sentia.analytics.window.RandomHistory.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the order, duplication, lateness, edit or cancellation: the table is the batch's. A failure names its seed. */
class WindowEnginePropertyTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final KpiCatalogue SALES = SalesCatalogue.in(LONDON, """
              held:
                by: []
                windows: [instant/1h, 24h/1h]
              cover:
                by: []
                windows: [2d/1d, 7d/1d]
              cover-region:
                by: [source, region]
                windows: [2d/1d]
              spreads:
                by: []
                windows: [1h/5m, 2d/1h, day, week]
            """, """
              stock:
                title: Stock
                description: all units that were ever sold
                unit: units
                owner: test
                fact: goods
                measure: level(units)
                sets: [held, cover, cover-region]
              worth:
                title: Worth
                description: what they are worth on average
                unit: currency
                owner: test
                fact: goods
                measure: average(amount)
                sets: [cover, cover-region]
              turnover:
                title: Turnover
                description: returns per day and worth
                unit: ratio
                owner: test
                formula: returns / worth / days
                sets: [cover, cover-region]
              median:
                title: Median
                description: of amounts
                unit: currency
                owner: test
                fact: goods
                measure: p50(amount)
                sets: [spreads]
              most:
                title: Most
                description: greatest amount
                unit: currency
                owner: test
                fact: goods
                measure: max(amount)
                sets: [spreads]
              range:
                title: Range
                description: greatest amount less the median
                unit: currency
                owner: test
                formula: most - median
                sets: [spreads]
              returning:
                title: Customers that come again
                description: customers with two orders or more
                unit: customers
                owner: test
                fact: order
                measure: repeated(customer)
                sets: [total, source-region]
              returning_rate:
                title: Rate of those
                description: customers that come again per customer
                unit: ratio
                owner: test
                formula: returning / customers
                counts: [customers]
                sets: [total, source-region]
              spend:
                title: Spend
                description: net sales per customer, the long way round
                unit: currency
                owner: test
                formula: (net_sales / orders) * (orders / positive(customers))
                sets: [total, source-region]
            """);
    private static final KpiCatalogue YIELDS = CatalogueFile.read("yields.yaml", """
            sets:
              total: {by: [], windows: [hour]}
              yields: {by: [], windows: [1h/5m, 2d/1h, day, week]}
              yields-line: {by: [line], windows: [2d/1h, day, month]}
            kpis:
              rolled:
                title: Rolled yield
                description: of operations
                unit: ratio
                owner: test
                fact: run
                measure: rolled(first_pass / units by operation)
                sets: [total, yields, yields-line]
              rolled_scrap:
                title: Rolled scrap
                description: of operations that are not the last
                unit: ratio
                owner: test
                fact: run
                where: {state: earlier}
                measure: rolled(scrapped / units by operation)
                sets: [yields, yields-line]
              lost:
                title: Lost on the way
                description: what does not go through
                unit: ratio
                owner: test
                formula: 1 - rolled
                sets: [yields]
              articles:
                title: Articles made
                description: members beside shares
                unit: articles
                owner: test
                fact: run
                measure: distinct(sku)
                sets: [yields]
            """, LONDON, "GBP");
    static final KpiCatalogue CATALOGUE = new KpiCatalogue(
            Stream.concat(
                            SALES.sets().stream(),
                            Stream.of("yields", "yields-line").map(YIELDS::set))
                    .toList(),
            LONDON);
    static final long RETENTION = 400 * Batch.DAY;
    /** The clocks go back on 31 October 2027 and forward on 28 March 2027. */
    static final List<Long> STARTS = Stream.of("2027-10-30T12:00:00Z", "2027-03-27T20:00:00Z", "2026-06-01T00:00:00Z")
            .map(text -> Batch.micros(Instant.parse(text)))
            .toList();

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 12), new Random().longs(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAsTheBatchDoes(long seed) {
        long start = STARTS.get((int) Math.floorMod(seed, (long) STARTS.size()));
        long span = 2 * Batch.DAY;
        EngineDriver driver = new EngineDriver(CATALOGUE, RETENTION);
        driver.isGatheringLate = Math.floorMod(seed, 2) == 0;
        Random random = new Random(seed);
        Set<List<Object>> series = new HashSet<>();
        for (Event event : new RandomHistory(seed, start, span).events(12)) {
            if (event.entity() == null) {
                driver.advance(event.finalTo());
            } else {
                for (FactChange change : driver.arrive(event.entity(), version(event))) {
                    series.add(List.of(change.set(), change.members()));
                }
            }
            if (random.nextBoolean()) {
                driver.refresh();
            }
        }
        long presently = random.nextBoolean() ? driver.finalTo : start + span + 8 * Batch.DAY;
        driver.advance(presently);
        for (List<Object> one : series) {
            @SuppressWarnings("unchecked") // put there above
            List<String> members = (List<String>) one.get(1);
            compare(seed, driver, (String) one.get(0), members);
        }
    }

    private static void compare(long seed, EngineDriver driver, String set, List<String> members) {
        List<Fact> facts = Batch.of(facts(driver), set, members);
        DimensionSet definition = CATALOGUE.set(set);
        for (Window window : definition.windows()) {
            for (Kpi kpi : definition.kpis()) {
                NavigableMap<Long, Cell> wanted = Batch.rows(kpi.name(), window.name(), facts, LONDON, driver.finalTo);
                NavigableMap<Long, KpiRow> rows = driver.rows(set, members, kpi.name(), window.name());
                TreeMap<Long, List<Object>> seen = new TreeMap<>();
                rows.headMap(driver.finalTo, true)
                        .forEach((end, row) -> seen.put(end, content(row.value(), row.components(), row.count())));
                TreeMap<Long, List<Object>> expected = new TreeMap<>();
                wanted.forEach(
                        (end, cell) -> expected.put(end, content(cell.value(), cell.components(), cell.count())));
                assertThat(seen)
                        .as("seed %d: %s %s %s %s", seed, set, members, kpi.name(), window.name())
                        .isEqualTo(expected);
                assertThat(rows.tailMap(driver.finalTo, false).values())
                        .as("seed %d", seed)
                        .allMatch(row -> row.stage() == KpiRow.Stage.OPEN);
            }
        }
    }

    private static List<Object> content(
            @org.jspecify.annotations.Nullable BigDecimal value, List<BigDecimal> components, long count) {
        return List.of(value == null ? "none" : value, components, count);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsRevisionsAndEntersTheLedgerAsAWitnessOfEveryCauseWould(long seed) {
        long start = STARTS.get((int) Math.floorMod(seed, (long) STARTS.size()));
        EngineDriver driver = new EngineDriver(CATALOGUE, RETENTION);
        driver.isGatheringLate = Math.floorMod(seed, 2) == 0;
        Map<List<Object>, Integer> revisions = new HashMap<>();
        List<List<Object>> ledger = new ArrayList<>();
        for (Event event : new RandomHistory(seed, start, 6 * Batch.HOUR).events(6)) {
            if (event.entity() == null) {
                driver.advance(event.finalTo());
                continue;
            }
            List<Fact> before = facts(driver).toList();
            EntityFacts version = version(event);
            boolean isFirst = !driver.entities.containsKey(event.entity());
            if (driver.arrive(event.entity(), version).isEmpty()) {
                continue;
            }
            List<Fact> after = facts(driver).toList();
            CauseKind kind = isFirst ? CauseKind.LATE : version.facts().isEmpty() ? CauseKind.CANCEL : CauseKind.EDIT;
            for (List<String> one : witnessed()) {
                witness(driver.finalTo, one.get(0), one.get(1), before, after, revisions)
                        .ifPresent(entry -> {
                            List<Object> line = new ArrayList<>(
                                    List.of(event.entity(), version.version().text(), kind, one.get(0), one.get(1)));
                            line.addAll(entry);
                            ledger.add(line);
                        });
            }
        }
        driver.advance(start + 9 * Batch.DAY);
        driver.eachRow((place, row) -> {
            if (place.members().isEmpty() && place.window().contains("/")) {
                assertThat(row.revision())
                        .as("seed %d: %s", seed, place)
                        .isEqualTo(revisions.getOrDefault(List.of(place.kpi(), place.window(), place.end()), 0));
            }
        });
        assertThat(driver.ledger.stream()
                        .filter(entry ->
                                entry.members().isEmpty() && entry.restated().window() instanceof Window.Rolling)
                        .map(WindowEnginePropertyTest::flat))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(ledger);
    }

    /** Every KPI and rolling window of the sets that tell nothing apart. */
    private static List<List<String>> witnessed() {
        return CATALOGUE.sets().stream()
                .filter(set -> set.dimensions().isEmpty())
                .flatMap(set -> set.windows().stream()
                        .filter(Window.Rolling.class::isInstance)
                        .flatMap(window -> set.kpis().stream().map(kpi -> List.of(kpi.name(), window.name()))))
                .toList();
    }

    /** First and last end that changed and the delta at the first, if any end that is final changed. */
    private static java.util.Optional<List<Object>> witness(
            long finalTo,
            String kpi,
            String window,
            List<Fact> before,
            List<Fact> after,
            Map<List<Object>, Integer> revisions) {
        List<Fact> all = Stream.concat(before.stream(), after.stream()).toList();
        NavigableMap<Long, Cell> was = Batch.cells(kpi, window, before, Batch.earliest(all), finalTo);
        NavigableMap<Long, Cell> is = Batch.cells(kpi, window, after, Batch.earliest(all), finalTo);
        List<Long> changed = is.keySet().stream()
                .filter(end -> !Objects.requireNonNull(was.get(end)).sameValue(Objects.requireNonNull(is.get(end))))
                .toList();
        changed.forEach(end -> revisions.merge(List.of(kpi, window, end), 1, Integer::sum));
        if (changed.isEmpty()) {
            return java.util.Optional.empty();
        }
        long first = changed.get(0);
        BigDecimal valueBefore = Objects.requireNonNull(was.get(first)).value();
        BigDecimal valueAfter = Objects.requireNonNull(is.get(first)).value();
        return java.util.Optional.of(List.of(
                first,
                changed.get(changed.size() - 1),
                valueBefore == null || valueAfter == null ? "none" : valueAfter.subtract(valueBefore)));
    }

    private static List<Object> flat(EngineDriver.Entry entry) {
        Restated restated = entry.restated();
        BigDecimal delta = restated.firstDelta();
        return List.of(
                restated.cause().key(),
                restated.cause().version().text(),
                restated.cause().kind(),
                restated.kpi().name(),
                restated.window().name(),
                restated.firstEnd(),
                restated.lastEnd(),
                delta == null ? "none" : delta);
    }

    /** The version with a run of production beside each line of goods. */
    static EntityFacts version(Event event) {
        EntityFacts version = Objects.requireNonNull(event.version());
        List<Fact> facts = new ArrayList<>(version.facts());
        version.facts().stream().filter(fact -> fact.kind() == FactKind.GOODS).forEach(fact -> facts.add(run(fact)));
        return new EntityFacts(version.version(), version.isLive(), facts);
    }

    /** Of operations that few amounts tell apart; some runs have no operation, some no units, some less than none. */
    private static Fact run(Fact goods) {
        long amount = goods.figure(Figure.AMOUNT);
        long units = amount == 333_333L ? -goods.figure(Figure.UNITS) : 7 * (goods.figure(Figure.UNITS) - 1);
        return Fact.of(FactKind.RUN, goods.timeMicros())
                .with(Attribute.LINE, goods.text(Attribute.REGION))
                .with(Attribute.SKU, goods.text(Attribute.SKU))
                .with(Attribute.OPERATION, amount == 0 ? null : goods.text(Attribute.SKU) + amount % 7)
                .with(Attribute.STATE, amount == 1_000_000L ? "last" : "earlier")
                .with(Figure.UNITS, units)
                .with(Figure.FIRST_PASS, units - goods.figure(Figure.UNITS) / 3)
                .with(Figure.SCRAPPED, goods.figure(Figure.UNITS) / 3)
                .build();
    }

    private static Stream<Fact> facts(EngineDriver driver) {
        return driver.entities.values().stream().flatMap(entity -> entity.facts().stream());
    }
}
