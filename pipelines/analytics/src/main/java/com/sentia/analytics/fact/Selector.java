package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Aggregate;
import com.sentia.analytics.kpi.Aggregate.Count;
import com.sentia.analytics.kpi.Aggregate.Extreme;
import com.sentia.analytics.kpi.Aggregate.Level;
import com.sentia.analytics.kpi.Aggregate.Members;
import com.sentia.analytics.kpi.Aggregate.Moment;
import com.sentia.analytics.kpi.Aggregate.OfFigure;
import com.sentia.analytics.kpi.Aggregate.Quantile;
import com.sentia.analytics.kpi.Aggregate.Rolled;
import com.sentia.analytics.kpi.Aggregate.Sum;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.Spreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which facts of its kind a measure takes, and what of them: bound to the places of attributes and figures. */
final class Selector {
    /** Place of the measure among those of its set. */
    final int measure;

    private final List<Condition> where;
    /** Place of the attribute whose values are counted, or -1. */
    private final int members;

    private final Amount amount;
    private final @Nullable Counting counting;

    /** What a fact adds to a sum. */
    private interface Amount {
        long of(Fact fact);
    }

    /** What a fact is counted by beside its sum. */
    private interface Counting {
        /** @param sign 1 to add the fact, -1 to take it back */
        void count(Fact fact, int sign, Map<String, Long> tallies);
    }

    /** @param value null for any */
    private record Condition(int place, @Nullable String value) {
        boolean holds(Fact fact) {
            String found = fact.textAt(place);
            return value == null ? found != null : value.equals(found);
        }
    }

    /**
     * The selectors of a layout's measures of one kind of facts. Of several measures that count by the same, one does.
     *
     * @param layout measures of a set
     */
    static List<Selector> of(FactKind kind, List<Measure> layout) {
        Spreads spreads = Spreads.among(layout);
        List<Selector> selectors = new ArrayList<>();
        List<Object> counted = new ArrayList<>();
        for (int place = 0; place < layout.size(); place++) {
            Measure measure = layout.get(place);
            if (measure.fact() == kind) {
                Object by = countedBy(measure, spreads);
                selectors.add(new Selector(place, measure, spreads, by != null && !counted.contains(by)));
                counted.add(by);
            }
        }
        return List.copyOf(selectors);
    }

    private static @Nullable Object countedBy(Measure measure, Spreads spreads) {
        if (measure.aggregate() instanceof Members members) {
            return List.of(measure.where(), members.attribute());
        }
        if (measure.aggregate() instanceof Rolled) {
            return measure;
        }
        int spread = spreads.of(measure);
        return spread < 0 ? null : spread;
    }

    private static int members(FactKind kind, Aggregate aggregate) {
        if (aggregate instanceof Members counted) {
            return kind.attributes().indexOf(counted.attribute());
        }
        return aggregate instanceof Rolled rolled ? kind.attributes().indexOf(rolled.attribute()) : -1;
    }

    private Selector(int place, Measure measure, Spreads spreads, boolean counts) {
        FactKind kind = measure.fact();
        this.measure = place;
        this.where = conditions(kind, measure.where());
        this.members = members(kind, measure.aggregate());
        this.amount = amount(kind, measure.aggregate());
        this.counting = counts ? counting(measure, spreads) : null;
    }

    private static List<Condition> conditions(FactKind kind, Map<Attribute, String> where) {
        List<Condition> conditions = new ArrayList<>();
        where.forEach((attribute, value) -> conditions.add(
                new Condition(kind.attributes().indexOf(attribute), value.equals(Measure.ANY) ? null : value)));
        return List.copyOf(conditions);
    }

    private static Amount amount(FactKind kind, Aggregate aggregate) {
        if (aggregate instanceof Count) {
            return fact -> 1;
        }
        if (aggregate instanceof Sum || aggregate instanceof Level) {
            int figure = place(kind, ((OfFigure) aggregate).figure());
            return fact -> fact.numberAt(figure);
        }
        if (aggregate instanceof Moment moment) {
            int figure = place(kind, moment.figure());
            return moment.isHigh()
                    ? fact -> Moments.high(fact.numberAt(figure), fact.timeMicros())
                    : fact -> Moments.low(fact.numberAt(figure), fact.timeMicros());
        }
        return fact -> 0;
    }

    private Counting counting(Measure measure, Spreads spreads) {
        Aggregate aggregate = measure.aggregate();
        if (aggregate instanceof Rolled rolled) {
            return shares(place(measure.fact(), rolled.part()), place(measure.fact(), rolled.whole()));
        }
        if (aggregate instanceof Quantile || aggregate instanceof Extreme) {
            int spread = spreads.of(measure);
            boolean isExact = aggregate instanceof Extreme;
            Figure figure = ((OfFigure) aggregate).figure();
            int place = place(measure.fact(), figure);
            return (fact, sign, tallies) -> {
                long value = fact.numberAt(place);
                // An amount in another currency goes to its bucket when it is converted.
                boolean isWhole = isExact || (figure.isMoney() && fact.currency() != null);
                count(Tally.ofSpread(spread, isWhole ? value : Buckets.of(value)), sign, tallies);
            };
        }
        return (fact, sign, tallies) -> count(member(fact), sign, tallies);
    }

    private Counting shares(int part, int whole) {
        return (fact, sign, tallies) -> {
            count(Tally.ofPart(measure, member(fact)), Math.multiplyExact(sign, fact.numberAt(part)), tallies);
            count(Tally.ofWhole(measure, member(fact)), Math.multiplyExact(sign, fact.numberAt(whole)), tallies);
        };
    }

    private static void count(String key, long amount, Map<String, Long> tallies) {
        tallies.merge(key, amount, Math::addExact);
    }

    private String member(Fact fact) {
        return Objects.requireNonNull(fact.textAt(members));
    }

    private static int place(FactKind kind, Figure figure) {
        return kind.figures().indexOf(figure);
    }

    boolean takes(Fact fact) {
        for (Condition condition : where) {
            if (!condition.holds(fact)) {
                return false;
            }
        }
        return members < 0 || fact.textAt(members) != null;
    }

    /** What the fact adds to the measure's sum; 0 where it is only counted. */
    long amount(Fact fact) {
        return amount.of(fact);
    }

    /** Whether facts are counted beside their sum, by a member or a value, and no other measure does it. */
    boolean isTallying() {
        return counting != null;
    }

    /**
     * Adds what the fact counts for beside its sum.
     *
     * @param sign 1 to add the fact, -1 to take it back
     * @param tallies by {@link Tally} key; may come to 0
     */
    void tally(Fact fact, int sign, Map<String, Long> tallies) {
        Objects.requireNonNull(counting).count(fact, sign, tallies);
    }
}
