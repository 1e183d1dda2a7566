package com.sentia.analytics.fact;

import com.sentia.analytics.fact.Article.Idle;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds which stock is dead: at an end of a window, that of an article which in the 90 days before it neither sold a unit, whoever sold it,
 * nor was first stocked anywhere. It makes facts of its own, {@link FactKind#DEAD_STOCK}: 90 days after the last sale what stands moves in, then
 * what moves, and with the next sale it is out. So they are moves ahead of time as long as the article sells.
 *
 * <p>A change at an instant changes no such move before it. What is in the past of an article can so be summed.
 */
public final class DeadStock {
    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000;
    /** In place of a day: what came before the first. */
    private static final long BEFORE_ALL = Long.MIN_VALUE;

    private DeadStock() {}

    /** The sales and stock moves known of one article, by day of UTC. */
    public interface Days {
        List<Fact> on(long day);

        /** Keeps what is known of a day; nothing when there is none. */
        void keep(long day, List<Fact> facts);

        /** All there are. Takes a look at each. */
        Iterable<List<Fact>> all();
    }

    /** The article after a change, and what this changes of dead stock. */
    public record Step(Article article, FactDiff diff) {}

    /** What a version changes of sales and stock, by article (SKU), each fact cut down to what counts here. */
    public static Map<String, FactDiff> byArticle(FactDiff diff) {
        Map<String, List<Fact>> lost = byArticle(diff.retractions());
        Map<String, List<Fact>> gained = byArticle(diff.additions());
        Set<String> articles = new LinkedHashSet<>(lost.keySet());
        articles.addAll(gained.keySet());
        Map<String, FactDiff> changes = new LinkedHashMap<>();
        for (String article : articles) {
            FactDiff change =
                    FactDiff.between(lost.getOrDefault(article, List.of()), gained.getOrDefault(article, List.of()));
            if (!change.isEmpty()) {
                changes.put(article, change);
            }
        }
        return changes;
    }

    /** The day of UTC that an instant is in. */
    public static long dayOf(long micros) {
        return Math.floorDiv(micros, DAY);
    }

    /** Takes in what a version changes of one article. */
    public static Step step(Days days, Article before, FactDiff change) {
        long since = change.earliestMicros();
        List<Fact> former = moves(days, before, since);
        change.retractions().forEach(fact -> change(days, fact, false));
        change.additions().forEach(fact -> change(days, fact, true));
        Article after = after(days, before, change);
        return new Step(after, FactDiff.between(former, moves(days, after, since)));
    }

    /** Sums up a day that can't change any more; those before it were summed up. */
    public static Article fold(Days days, Article article, long day) {
        List<Fact> moves = days.on(day).stream().filter(DeadStock::isStock).toList();
        if (!moves.isEmpty()) {
            List<Fact> all =
                    new StockSums().add(days.on(BEFORE_ALL), 1).add(moves, 1).asStock((day + 1) * DAY - 1);
            days.keep(BEFORE_ALL, all);
        }
        days.keep(day, List.of());
        return article.sellingFrom((day + 1) * DAY);
    }

    private static void change(Days days, Fact fact, boolean isAdded) {
        long day = dayOf(fact.timeMicros());
        List<Fact> facts = new ArrayList<>(days.on(day));
        if (isAdded) {
            facts.add(fact);
        } else {
            facts.remove(fact);
        }
        days.keep(day, facts);
    }

    private static Article after(Days days, Article before, FactDiff change) {
        List<Fact> lost =
                change.retractions().stream().filter(DeadStock::isStock).toList();
        List<Fact> gained =
                change.additions().stream().filter(DeadStock::isStock).toList();
        long stockedSince = before.stockedSince();
        long movedLast = before.movedLast();
        List<Fact> standing = before.standing();
        if (!lost.isEmpty() || !gained.isEmpty()) {
            standing = new StockSums()
                    .add(standing, 1)
                    .add(lost, -1)
                    .add(gained, 1)
                    .asStock(0);
            for (Fact move : gained) {
                movedLast = Math.max(movedLast, move.timeMicros());
            }
            if (new FactDiff(lost, gained).earliestMicros() <= stockedSince) {
                stockedSince = stockedSince(days);
            }
        }
        Article after = new Article(stockedSince, movedLast, before.sold(), standing);
        for (long day : soldDays(change)) {
            after = after.selling(day * DAY, (day + 1) * DAY, firstAndLastSale(days.on(day)));
        }
        return after;
    }

    private static Set<Long> soldDays(FactDiff change) {
        Set<Long> touched = new LinkedHashSet<>();
        for (List<Fact> facts : List.of(change.retractions(), change.additions())) {
            facts.stream().filter(fact -> !isStock(fact)).forEach(fact -> touched.add(dayOf(fact.timeMicros())));
        }
        return touched;
    }

    private static List<Long> firstAndLastSale(List<Fact> facts) {
        long[] sales = facts.stream()
                .filter(fact -> !isStock(fact))
                .mapToLong(Fact::timeMicros)
                .sorted()
                .toArray();
        return sales.length == 0 ? List.of() : List.of(sales[0], sales[sales.length - 1]);
    }

    /** The first instant after all of whose moves a warehouse holds more than nothing. */
    private static long stockedSince(Days days) {
        StockSums sums = new StockSums();
        for (Map.Entry<Long, List<Fact>> moves : stock(days).entrySet()) {
            if (sums.add(moves.getValue(), 1).holdsAny()) {
                return moves.getKey();
            }
        }
        return Article.NEVER;
    }

    /**
     * The moves of dead stock that a change at an instant may change: not those of a time that was over before. Of an article that sells there is
     * no look at its history.
     */
    private static List<Fact> moves(Days days, Article article, long since) {
        List<Fact> moves = new ArrayList<>();
        NavigableMap<Long, List<Fact>> stock = null;
        for (Idle idle : article.idle()) {
            if (idle.until() < since) {
                continue;
            }
            if (idle.after() >= article.movedLast()) {
                StockSums standing = new StockSums().add(article.standing(), 1);
                moves.addAll(standing.asDead(idle.after(), 1));
                if (idle.isOver()) {
                    moves.addAll(standing.asDead(idle.until(), -1));
                }
                continue;
            }
            stock = stock == null ? stock(days) : stock;
            addMoves(idle, stock, moves);
        }
        return moves;
    }

    private static void addMoves(Idle idle, NavigableMap<Long, List<Fact>> stock, List<Fact> moves) {
        StockSums level = new StockSums();
        stock.headMap(idle.after(), true).values().forEach(facts -> level.add(facts, 1));
        moves.addAll(level.asDead(idle.after(), 1));
        stock.subMap(idle.after(), false, idle.until(), false).forEach((instant, facts) -> {
            moves.addAll(new StockSums().add(facts, 1).asDead(instant, 1));
            level.add(facts, 1);
        });
        if (idle.isOver()) {
            moves.addAll(level.asDead(idle.until(), -1));
        }
    }

    private static NavigableMap<Long, List<Fact>> stock(Days days) {
        NavigableMap<Long, List<Fact>> stock = new TreeMap<>();
        for (List<Fact> facts : days.all()) {
            for (Fact fact : facts) {
                if (isStock(fact)) {
                    stock.computeIfAbsent(fact.timeMicros(), absent -> new ArrayList<>())
                            .add(fact);
                }
            }
        }
        return stock;
    }

    private static Map<String, List<Fact>> byArticle(List<Fact> facts) {
        Map<String, List<Fact>> articles = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (isStock(fact) && (fact.figure(Figure.AMOUNT) != 0 || fact.figure(Figure.ON_HAND) != 0)) {
                add(fact.text(Attribute.SKU), StockSums.bare(fact), articles);
            }
            if (fact.kind() == FactKind.GOODS && fact.figure(Figure.UNITS) > 0) {
                add(
                        fact.text(Attribute.SKU),
                        Fact.of(FactKind.GOODS, fact.timeMicros()).build(),
                        articles);
            }
        }
        return articles;
    }

    private static void add(@Nullable String article, Fact fact, Map<String, List<Fact>> articles) {
        if (article != null) {
            articles.computeIfAbsent(article, absent -> new ArrayList<>()).add(fact);
        }
    }

    private static boolean isStock(Fact fact) {
        return fact.kind() == FactKind.STOCK;
    }
}
