package com.sentia.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sales and levels in any order, edited, cancelled and taken back, against what the definition says of the levels and sales that count in the
 * end: at every instant of interest, by warehouse, category and currency. The past is summed up on the way.
 */
class DeadStockPropertyTest {
    private static final long DAY = 86_400_000_000L;
    private static final int VERSIONS = 80;
    private static final int DAYS = 500;
    private static final List<String> SKUS = List.of("A", "B", "C");

    private final Map<Integer, List<Fact>> orders = new HashMap<>();
    private final Map<String, DeadStockTest.Levels> levels = new HashMap<>();
    private final Map<String, DeadStockTest.InMemory> articles = new HashMap<>();
    private final List<Fact> told = new ArrayList<>();
    private long version;
    private long horizonDay;

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 250), new Random().longs(50));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsWhatIsDeadWhateverComesInWhateverOrder(long seed) {
        Random random = new Random(seed);
        // Some articles hardly sell, some all the time.
        int orderShare = 1 + random.nextInt(9);
        for (int v = 0; v < VERSIONS; v++) {
            take(random.nextInt(10) < orderShare ? order(random) : level(random));
            if (random.nextInt(20) == 0) {
                foldTo(Math.min(DAYS - 50, horizonDay + random.nextInt(60)));
            }
            if (v % 40 == 39) {
                assertTold();
            }
        }
    }

    private void take(FactDiff diff) {
        DeadStock.byArticle(diff)
                .forEach((sku, change) -> articles.computeIfAbsent(sku, absent -> new DeadStockTest.InMemory())
                        .take(change, told));
    }

    private void foldTo(long day) {
        for (; horizonDay < day; horizonDay++) {
            for (DeadStockTest.InMemory article : articles.values()) {
                article.known = DeadStock.fold(article, article.known, horizonDay);
            }
        }
    }

    /** An order of one or two lines, another version of one, or its end; the past stays as it is. */
    private FactDiff order(Random random) {
        int order = random.nextInt(25);
        List<Fact> before = orders.getOrDefault(order, List.of());
        if (before.stream().anyMatch(line -> line.timeMicros() < horizonDay * DAY)) {
            return new FactDiff(List.of(), List.of());
        }
        List<Fact> after = new ArrayList<>();
        long at = instant(random);
        for (int lines = random.nextInt(3); lines > 0; lines--) {
            after.add(Fact.of(FactKind.GOODS, at)
                    .with(Attribute.SKU, SKUS.get(random.nextInt(SKUS.size())))
                    .with(Figure.UNITS, random.nextInt(3))
                    .with(Figure.AMOUNT, random.nextInt(5))
                    .build());
        }
        orders.put(order, after);
        return FactDiff.between(before, after);
    }

    /** A level of a key, another version of one known, or its end. */
    private FactDiff level(Random random) {
        String sku = SKUS.get(random.nextInt(SKUS.size()));
        int key = random.nextInt(2);
        DeadStockTest.Levels known = levels.computeIfAbsent(sku + key, absent -> new DeadStockTest.Levels());
        List<Long> open = List.copyOf(known.instants.tailMap(horizonDay * DAY).keySet());
        long at = open.isEmpty() || random.nextInt(3) > 0 ? instant(random) : open.get(random.nextInt(open.size()));
        List<Fact> facts = random.nextInt(6) == 0 ? List.of() : List.of(level(sku, key, at, random));
        EntityFacts arriving = new EntityFacts(new EntityVersion(++version, 0, 0), facts);
        FactDiff diff = LevelHistory.step(known, at, arriving).orElseThrow().diff();
        known.instants.put(at, arriving);
        return diff;
    }

    private static Fact level(String sku, int key, long at, Random random) {
        int units = random.nextInt(6) - 1;
        return Fact.of(FactKind.STOCK, at)
                .with(Attribute.SKU, sku)
                .with(Attribute.WAREHOUSE, "W" + key)
                .with(Attribute.CATEGORY, random.nextInt(5) == 0 ? null : "boxes")
                .with(Figure.ON_HAND, units)
                .with(Figure.AMOUNT, Math.max(units, 0) * 10L)
                .in(random.nextInt(4) == 0 ? "USD" : null)
                .build();
    }

    /** At a whole day quite often, so that instants meet, and are 90 days apart. */
    private long instant(Random random) {
        long day = horizonDay + random.nextInt((int) (DAYS - horizonDay));
        return day * DAY + (random.nextBoolean() ? 0 : random.nextInt(24) * DAY / 24);
    }

    private void assertTold() {
        for (long end = 0; end <= (DAYS + 100) * DAY; end += 3 * DAY) {
            assertAt(end);
        }
        told.forEach(fact -> assertAt(fact.timeMicros() + 1));
    }

    private void assertAt(long end) {
        Map<List<@Nullable String>, Long> sums = new HashMap<>();
        for (Fact fact : told) {
            if (fact.timeMicros() < end) {
                sums.merge(place(fact), fact.figure(Figure.AMOUNT), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        assertThat(sums).as("dead before %s", end).isEqualTo(dead(end));
    }

    /** As the KPI is defined. */
    private Map<List<@Nullable String>, Long> dead(long end) {
        Map<List<@Nullable String>, Long> dead = new HashMap<>();
        for (String sku : SKUS) {
            Long first = firstStocked(sku);
            if (first == null
                    || isWithin(first, end)
                    || orders.values().stream()
                            .flatMap(List::stream)
                            .anyMatch(line -> sku.equals(line.text(Attribute.SKU))
                                    && line.figure(Figure.UNITS) > 0
                                    && isWithin(line.timeMicros(), end))) {
                continue;
            }
            for (int key = 0; key < 2; key++) {
                DeadStockTest.Levels known = levels.get(sku + key);
                EntityFacts last = known == null ? null : known.before(end);
                if (last != null) {
                    Fact level = last.facts().get(0);
                    dead.merge(place(level), level.figure(Figure.AMOUNT), Long::sum);
                }
            }
        }
        dead.values().removeIf(sum -> sum == 0);
        return dead;
    }

    private @Nullable Long firstStocked(String sku) {
        Long first = null;
        for (int key = 0; key < 2; key++) {
            DeadStockTest.Levels known = levels.get(sku + key);
            if (known == null) {
                continue;
            }
            for (EntityFacts version : known.instants.values()) {
                for (Fact level : version.facts()) {
                    if (level.figure(Figure.ON_HAND) > 0) {
                        first = first == null ? level.timeMicros() : Long.valueOf(Math.min(first, level.timeMicros()));
                    }
                }
            }
        }
        return first;
    }

    private static boolean isWithin(long instant, long end) {
        return instant >= end - 90 * DAY && instant < end;
    }

    private static List<@Nullable String> place(Fact fact) {
        List<@Nullable String> place = new ArrayList<>();
        place.add(fact.text(Attribute.WAREHOUSE));
        place.add(fact.text(Attribute.CATEGORY));
        place.add(fact.currency());
        return place;
    }
}
