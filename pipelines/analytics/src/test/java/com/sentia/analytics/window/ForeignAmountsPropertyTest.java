package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.analytics.window.ForeignBatch.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Amounts in several currencies, rates that come early, late, again, corrected or are taken away: the table is the batch's, and
 * revisions and ledger are a witness's. A failure names its seed.
 */
class ForeignAmountsPropertyTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final KpiCatalogue CATALOGUE = CatalogueFile.read("foreign.yaml", """
            sets:
              total:
                by: []
                windows: [24h/1h, 2d/1d, day, week]
              held:
                by: []
                windows: [instant/1h, 24h/1h]
              cover:
                by: []
                windows: [2d/1d]
            kpis:
              gross:
                title: Gross
                description: amounts of goods
                unit: currency
                owner: test
                fact: goods
                measure: sum(amount)
                sets: [total]
              off:
                title: Off
                description: discounts
                unit: currency
                owner: test
                fact: discount
                measure: sum(amount)
                sets: []
              net:
                title: Net
                description: gross less discounts
                unit: currency
                owner: test
                formula: gross - off
                sets: [total]
              lines:
                title: Lines
                description: goods
                unit: lines
                owner: test
                fact: goods
                measure: count
                sets: [total]
              mean_line:
                title: Mean line
                description: net per line
                unit: currency
                owner: test
                formula: net / lines
                sets: [total]
              median:
                title: Median
                description: of amounts
                unit: currency
                owner: test
                fact: goods
                measure: p50(amount)
                sets: [total]
              most:
                title: Most
                description: greatest amount
                unit: currency
                owner: test
                fact: goods
                measure: max(amount)
                sets: [total]
              worth:
                title: Worth
                description: where stock stands
                unit: currency
                owner: test
                fact: stock
                measure: level(amount)
                sets: [held, cover]
              mean_worth:
                title: Mean worth
                description: where it stood on average
                unit: currency
                owner: test
                fact: stock
                measure: average(amount)
                sets: [cover]
            """, LONDON, "GBP");
    private static final long RETENTION = 30 * Batch.DAY;
    private static final int DAYS = 4;
    /** The clocks go back on 31 October 2027 and forward on 28 March 2027. */
    private static final List<Long> STARTS = List.of(
            Batch.micros(Instant.parse("2027-10-30T00:00:00Z")), Batch.micros(Instant.parse("2027-03-27T00:00:00Z")));

    private final Map<String, NavigableMap<LocalDate, Long>> rates = new HashMap<>();
    private final Map<List<Object>, RateVersion> rateVersions = new HashMap<>();

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 12), new Random().longs(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAsTheBatchDoes(long seed) {
        Random random = new Random(seed);
        long start = STARTS.get((int) Math.floorMod(seed, (long) STARTS.size()));
        EngineDriver driver = new EngineDriver(CATALOGUE, RETENTION);
        driver.isGatheringLate = random.nextBoolean();
        for (Object event : events(random, start)) {
            apply(event, driver);
            if (random.nextBoolean()) {
                driver.refresh();
            }
        }
        driver.advance(start + 9 * Batch.DAY);
        ForeignBatch batch = new ForeignBatch(facts(driver), rates, LONDON);
        for (DimensionSet set : CATALOGUE.sets()) {
            for (Window window : set.windows()) {
                for (Kpi kpi : set.kpis()) {
                    assertThat(seen(driver, set, kpi, window))
                            .as("seed %d: %s %s %s", seed, set.name(), kpi.name(), window.name())
                            .isEqualTo(batch.rows(kpi.name(), window.name(), driver.finalTo));
                }
            }
        }
    }

    private static NavigableMap<Long, Cell> seen(EngineDriver driver, DimensionSet set, Kpi kpi, Window window) {
        TreeMap<Long, Cell> seen = new TreeMap<>();
        driver.rows(set.name(), List.of(), kpi.name(), window.name())
                .headMap(driver.finalTo, true)
                .forEach(
                        (end, row) -> seen.put(end, new Cell(row.value(), row.components(), row.flags(), row.count())));
        return seen;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsRevisionsAndEntersTheLedgerAsAWitnessOfEveryCauseWould(long seed) {
        Random random = new Random(seed);
        long start = STARTS.get((int) Math.floorMod(seed, (long) STARTS.size()));
        EngineDriver driver = new EngineDriver(CATALOGUE, RETENTION);
        driver.isGatheringLate = random.nextBoolean();
        Map<List<Object>, Integer> revisions = new HashMap<>();
        List<List<Object>> ledger = new ArrayList<>();
        for (Object event : events(random, start)) {
            ForeignBatch before = new ForeignBatch(facts(driver), copyOfRates(), LONDON);
            Optional<List<Object>> cause = apply(event, driver);
            ForeignBatch after = new ForeignBatch(facts(driver), rates, LONDON);
            if (cause.isPresent()) {
                witness(driver.finalTo, before, after, cause.get(), revisions, ledger);
            }
        }
        driver.advance(start + 9 * Batch.DAY);
        driver.eachRow((place, row) -> {
            if (place.window().contains("/")) {
                assertThat(row.revision())
                        .as("seed %d: %s", seed, place)
                        .isEqualTo(revisions.getOrDefault(
                                List.of(place.set(), place.kpi(), place.window(), place.end()), 0));
            }
        });
        assertThat(driver.ledger.stream()
                        .filter(entry -> entry.restated().window() instanceof Window.Rolling)
                        .map(ForeignAmountsPropertyTest::flat))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(ledger);
    }

    private static void witness(
            long finalTo,
            ForeignBatch before,
            ForeignBatch after,
            List<Object> cause,
            Map<List<Object>, Integer> revisions,
            List<List<Object>> ledger) {
        List<Fact> all = new ArrayList<>(before.facts());
        all.addAll(after.facts());
        for (DimensionSet set : CATALOGUE.sets()) {
            for (Window window : set.windows()) {
                for (Kpi kpi : window instanceof Window.Rolling ? set.kpis() : List.<Kpi>of()) {
                    var was = before.cells(kpi.name(), window.name(), Batch.earliest(all), finalTo);
                    var is = after.cells(kpi.name(), window.name(), Batch.earliest(all), finalTo);
                    List<Long> changed = is.keySet().stream()
                            .filter(end -> !Objects.requireNonNull(was.get(end))
                                    .sameValue(Objects.requireNonNull(is.get(end))))
                            .toList();
                    changed.forEach(end ->
                            revisions.merge(List.of(set.name(), kpi.name(), window.name(), end), 1, Integer::sum));
                    if (!changed.isEmpty()) {
                        long first = changed.get(0);
                        List<Object> line = new ArrayList<>(cause);
                        line.addAll(List.of(
                                set.name(),
                                kpi.name(),
                                window.name(),
                                first,
                                changed.get(changed.size() - 1),
                                delta(
                                        Objects.requireNonNull(was.get(first)).value(),
                                        Objects.requireNonNull(is.get(first)).value())));
                        ledger.add(line);
                    }
                }
            }
        }
    }

    private static Object delta(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null ? "none" : after.subtract(before);
    }

    private static List<Object> flat(EngineDriver.Entry entry) {
        Restated restated = entry.restated();
        BigDecimal delta = restated.firstDelta();
        return List.of(
                restated.cause().key(),
                restated.cause().version().text(),
                restated.cause().kind(),
                entry.set(),
                restated.kpi().name(),
                restated.window().name(),
                restated.firstEnd(),
                restated.lastEnd(),
                delta == null ? "none" : delta);
    }

    /** Key, version and kind of the cause, where the event is one. */
    private Optional<List<Object>> apply(Object event, EngineDriver driver) {
        if (event instanceof Long finalTo) {
            driver.advance(finalTo);
            return Optional.empty();
        }
        if (event instanceof RateVersion rate) {
            driver.arrive(rate);
            return know(rate);
        }
        Entity entity = (Entity) event;
        boolean isFirst = !driver.entities.containsKey(entity.key);
        if (driver.arrive(entity.key, entity.facts).isEmpty()) {
            return Optional.empty();
        }
        CauseKind kind = isFirst ? CauseKind.LATE : entity.facts.isLive() ? CauseKind.EDIT : CauseKind.CANCEL;
        return Optional.of(List.of(entity.key, entity.facts.version().text(), kind));
    }

    private Optional<List<Object>> know(RateVersion rate) {
        List<Object> key = List.of(rate.currency(), rate.day());
        RateVersion known = rateVersions.get(key);
        if (known != null && rate.version().compareTo(known.version()) <= 0) {
            return Optional.empty();
        }
        rateVersions.put(key, rate);
        NavigableMap<LocalDate, Long> ofCurrency = rates.computeIfAbsent(rate.currency(), absent -> new TreeMap<>());
        LocalDate day = LocalDate.ofEpochDay(rate.day());
        if (rate.isDeleted()) {
            ofCurrency.remove(day);
        } else {
            ofCurrency.put(day, rate.nanos());
        }
        return Optional.of(
                List.of("rate/" + rate.currency() + "/" + day, rate.version().text(), CauseKind.RATE));
    }

    private Map<String, NavigableMap<LocalDate, Long>> copyOfRates() {
        Map<String, NavigableMap<LocalDate, Long>> copy = new HashMap<>();
        rates.forEach((currency, days) -> copy.put(currency, new TreeMap<>(days)));
        return copy;
    }

    private record Entity(String key, EntityFacts facts) {}

    private static List<Object> events(Random random, long start) {
        List<Object> events = new ArrayList<>();
        for (int e = 0; e < 8; e++) {
            for (int v = random.nextInt(3); v >= 0; v--) {
                boolean isTakenBack = random.nextInt(5) == 0;
                events.add(new Entity(
                        "entity/" + e,
                        new EntityFacts(
                                new EntityVersion(start, 0, random.nextInt(4)),
                                isTakenBack ? List.of() : facts(random, start))));
            }
        }
        long firstDay = LocalDate.ofInstant(Instant.EPOCH.plusMillis(start / 1_000), LONDON)
                .toEpochDay();
        for (int r = random.nextInt(12); r > 0; r--) {
            long nanos = List.of(0L, 850_000_000L, 850_000_000L, 1_250_000_001L, 333_333_333L)
                    .get(random.nextInt(5));
            events.add(new RateVersion(
                    random.nextInt(4) == 0 ? "USD" : "EUR",
                    firstDay - 1 + random.nextInt(DAYS + 2),
                    nanos,
                    "bank",
                    new EntityVersion(start, 0, r)));
        }
        events.addAll(events.subList(0, events.size() / 4));
        java.util.Collections.shuffle(events, random);
        int marks = random.nextInt(8);
        for (int m = 0; m < marks; m++) {
            int place = random.nextInt(events.size() + 1);
            events.add(
                    place, start + (long) (((double) place / events.size()) * (DAYS + 3) * Batch.DAY) / 1_000 * 1_000);
        }
        return events;
    }

    private static List<Fact> facts(Random random, long start) {
        List<Fact> facts = new ArrayList<>();
        for (int f = random.nextInt(3); f >= 0; f--) {
            FactKind kind = List.of(FactKind.GOODS, FactKind.GOODS, FactKind.DISCOUNT, FactKind.STOCK, FactKind.STOCK)
                    .get(random.nextInt(5));
            long time = start + random.nextInt(DAYS * 24) * Batch.HOUR + (random.nextBoolean() ? 1 : 0);
            long amount = List.of(0L, 1L, 1_000_000L, 2_500_000L, -2_500_000L, 333_333L)
                    .get(random.nextInt(6));
            @Nullable String currency = random.nextInt(3) == 0 ? null : random.nextInt(3) == 0 ? "USD" : "EUR";
            facts.add(
                    Fact.of(kind, time).with(Figure.AMOUNT, amount).in(currency).build());
        }
        return facts;
    }

    private static List<Fact> facts(EngineDriver driver) {
        return driver.entities.values().stream()
                .flatMap(entity -> entity.facts().stream())
                .toList();
    }
}
