package com.sentia.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadStockTest {
    private static final long DAY = 86_400_000_000L;

    private final InMemory article = new InMemory();
    private final List<Fact> told = new ArrayList<>();

    @Test
    void isDeadNinetyDaysAfterItWasFirstStockedUntilItIsSold() {
        take(add(stock(0, 50, 5)));

        assertThat(told).containsExactly(dead(90, 50));

        take(add(sale(100)));

        assertThat(told).containsExactlyInAnyOrder(dead(90, 50), dead(100, -50), dead(190, 50));
    }

    @Test
    void isNotDeadAtTheEndNinetyDaysAfterASale() {
        take(add(stock(0, 50, 5)));
        take(add(sale(90)));

        assertThat(told).containsExactly(dead(180, 50));
    }

    @Test
    void movesAsStockMovesWhileItIsDead() {
        take(add(stock(0, 50, 5)));
        take(add(stock(120, 20, 2)));
        take(add(sale(130)));

        assertThat(told).containsExactlyInAnyOrder(dead(90, 50), dead(120, 20), dead(130, -70), dead(220, 70));
    }

    @Test
    void takesBackWhatACancelledSaleSaid() {
        take(add(stock(0, 50, 5)));
        take(add(sale(80)));
        assertThat(told).containsExactly(dead(170, 50));

        take(new FactDiff(List.of(sale(80)), List.of()));

        assertThat(told).containsExactly(dead(90, 50));
    }

    @Test
    void takesTheCurrencyAlong() {
        Fact move = Fact.of(FactKind.STOCK, 0)
                .with(Attribute.SKU, "A")
                .with(Figure.AMOUNT, 7)
                .with(Figure.ON_HAND, 1)
                .in("USD")
                .build();

        take(add(move));

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.currency()).isEqualTo("USD");
            assertThat(fact.figure(Figure.AMOUNT)).isEqualTo(7);
        });
    }

    @Test
    void leavesOutGiftsNoOneHasAnArticleOfAndLevelsThatMoveNoStock() {
        FactDiff diff = add(
                Fact.of(FactKind.GOODS, 1).with(Figure.UNITS, 1).build(),
                Fact.of(FactKind.GOODS, 1).with(Attribute.SKU, "A").build(),
                Fact.of(FactKind.STOCK, 1)
                        .with(Attribute.SKU, "A")
                        .with(Figure.INCOMING, 3)
                        .build(),
                Fact.of(FactKind.ORDER, 1).build());

        assertThat(DeadStock.byArticle(diff)).isEmpty();
    }

    @Test
    void knowsOfWhatWasSummedUpWhenItWasFirstStockedAndLastSold() {
        take(add(stock(0, 50, 5)));
        take(add(stock(1, 30, 3)));
        take(add(sale(2)));
        for (long day = 0; day < 100; day++) {
            article.known = DeadStock.fold(article, article.known, day);
        }
        assertThat(article.days).hasSize(1);
        assertThat(article.known.sold()).containsExactly(2 * DAY, 2 * DAY);
        told.clear();

        take(add(stock(101, -80, -8)));
        take(add(stock(150, 10, 1)));

        assertThat(told).containsExactlyInAnyOrder(dead(101, -80), dead(150, 10));
    }

    @Test
    void forgetsSalesOfWhatWasNeverStocked() {
        take(add(sale(2)));

        article.known = DeadStock.fold(article, article.known, 2);

        assertThat(article.days).isEmpty();
        assertThat(article.known.isUnknown()).isTrue();
    }

    private void take(FactDiff diff) {
        DeadStock.byArticle(diff).values().forEach(change -> article.take(change, told));
    }

    private static FactDiff add(Fact... facts) {
        return new FactDiff(List.of(), List.of(facts));
    }

    private static Fact sale(long day) {
        return Fact.of(FactKind.GOODS, day * DAY)
                .with(Attribute.SKU, "A")
                .with(Figure.UNITS, 1)
                .build();
    }

    private static Fact stock(long day, long amount, long units) {
        return Fact.of(FactKind.STOCK, day * DAY)
                .with(Attribute.SKU, "A")
                .with(Attribute.WAREHOUSE, "W1")
                .with(Figure.AMOUNT, amount)
                .with(Figure.ON_HAND, units)
                .build();
    }

    private static Fact dead(long day, long amount) {
        return Fact.of(FactKind.DEAD_STOCK, day * DAY)
                .with(Attribute.WAREHOUSE, "W1")
                .with(Figure.AMOUNT, amount)
                .build();
    }

    /** What is known of one article, in memory. */
    static final class InMemory implements DeadStock.Days {
        final Map<Long, List<Fact>> days = new HashMap<>();
        Article known = Article.UNKNOWN;

        /** Takes in a change, and keeps up what was told. */
        void take(FactDiff change, List<Fact> told) {
            DeadStock.Step step = DeadStock.step(this, known, change);
            known = step.article();
            step.diff()
                    .retractions()
                    .forEach(fact -> assertThat(told.remove(fact)).isTrue());
            told.addAll(step.diff().additions());
        }

        @Override
        public List<Fact> on(long day) {
            return days.getOrDefault(day, List.of());
        }

        @Override
        public void keep(long day, List<Fact> facts) {
            if (facts.isEmpty()) {
                days.remove(day);
            } else {
                days.put(day, facts);
            }
        }

        @Override
        public Iterable<List<Fact>> all() {
            return days.values();
        }
    }

    /** The levels known of one key, in memory. */
    static final class Levels implements LevelHistory.Instants {
        final TreeMap<Long, EntityFacts> instants = new TreeMap<>();

        @Override
        public @Nullable EntityFacts at(long instant) {
            return instants.get(instant);
        }

        @Override
        public @Nullable EntityFacts before(long instant) {
            return first(instants.headMap(instant, false).descendingMap());
        }

        @Override
        public @Nullable EntityFacts after(long instant) {
            return first(instants.tailMap(instant, false));
        }

        private static @Nullable EntityFacts first(Map<Long, EntityFacts> versions) {
            return versions.values().stream()
                    .filter(version -> !version.facts().isEmpty())
                    .findFirst()
                    .orElse(null);
        }
    }
}
