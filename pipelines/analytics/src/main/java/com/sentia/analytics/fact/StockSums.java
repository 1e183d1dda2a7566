package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up moves of an article's stock, each warehouse, category and currency for itself. */
final class StockSums {
    private final Map<Fact, Long> amounts = new LinkedHashMap<>();
    private final Map<Fact, Long> onHand = new LinkedHashMap<>();

    /** Takes in moves, or takes them back. */
    StockSums add(Iterable<Fact> moves, int sign) {
        for (Fact move : moves) {
            Fact place = like(move, FactKind.DEAD_STOCK, 0).build();
            amounts.merge(place, sign * move.figure(Figure.AMOUNT), Long::sum);
            onHand.merge(place, sign * move.figure(Figure.ON_HAND), Long::sum);
        }
        return this;
    }

    /** Whether any warehouse holds more than nothing. */
    boolean holdsAny() {
        return onHand.values().stream().anyMatch(units -> units > 0);
    }

    /** What it all comes to as moves at one instant; none where it comes to nothing. */
    List<Fact> asStock(long instant) {
        List<Fact> moves = new ArrayList<>();
        amounts.forEach((place, amount) -> {
            long units = onHand.getOrDefault(place, 0L);
            if (amount != 0 || units != 0) {
                moves.add(stock(place, instant, amount, units));
            }
        });
        return moves;
    }

    /** The worth of it all as moves of dead stock at one instant, of one direction or the other. */
    List<Fact> asDead(long instant, int sign) {
        List<Fact> moves = new ArrayList<>();
        amounts.forEach((place, amount) -> {
            if (amount != 0) {
                moves.add(like(place, FactKind.DEAD_STOCK, instant)
                        .with(Figure.AMOUNT, sign * amount)
                        .build());
            }
        });
        return moves;
    }

    /** Of a move of stock, what is kept. */
    static Fact bare(Fact move) {
        return stock(move, move.timeMicros(), move.figure(Figure.AMOUNT), move.figure(Figure.ON_HAND));
    }

    private static Fact stock(Fact place, long instant, long amount, long units) {
        return like(place, FactKind.STOCK, instant)
                .with(Figure.AMOUNT, amount)
                .with(Figure.ON_HAND, units)
                .build();
    }

    private static Fact.Builder like(Fact place, FactKind kind, long instant) {
        return Fact.of(kind, instant)
                .with(Attribute.WAREHOUSE, place.text(Attribute.WAREHOUSE))
                .with(Attribute.CATEGORY, place.text(Attribute.CATEGORY))
                .in(place.currency());
    }
}
