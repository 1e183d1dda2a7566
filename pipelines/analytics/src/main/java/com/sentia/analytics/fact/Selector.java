package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Aggregate;
import com.sentia.analytics.kpi.Aggregate.Members;
import com.sentia.analytics.kpi.Aggregate.Sum;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which facts of its kind a measure takes, and what of them: bound to the places of attributes and figures. */
final class Selector {
    /** Place of the measure among those of its set. */
    final int measure;

    private final List<Condition> where;
    /** Place of the figure that is summed, or -1. */
    private final int figure;
    /** Place of the attribute whose values are counted, or -1. */
    private final int members;

    /** @param value null for any */
    private record Condition(int place, @Nullable String value) {
        boolean holds(Fact fact) {
            String found = fact.textAt(place);
            return value == null ? found != null : value.equals(found);
        }
    }

    Selector(int place, Measure measure) {
        FactKind kind = measure.fact();
        Aggregate aggregate = measure.aggregate();
        this.measure = place;
        this.where = conditions(kind, measure.where());
        this.figure = aggregate instanceof Sum sum ? kind.figures().indexOf(sum.figure()) : -1;
        this.members = aggregate instanceof Members counted ? kind.attributes().indexOf(counted.attribute()) : -1;
    }

    private static List<Condition> conditions(FactKind kind, Map<Attribute, String> where) {
        List<Condition> conditions = new ArrayList<>();
        where.forEach((attribute, value) -> conditions.add(
                new Condition(kind.attributes().indexOf(attribute), value.equals(Measure.ANY) ? null : value)));
        return List.copyOf(conditions);
    }

    boolean takes(Fact fact) {
        for (Condition condition : where) {
            if (!condition.holds(fact)) {
                return false;
            }
        }
        return members < 0 || fact.textAt(members) != null;
    }

    /** What the fact adds to the measure's sum; 0 where members are counted. */
    long amount(Fact fact) {
        return figure < 0 ? (members < 0 ? 1 : 0) : fact.numberAt(figure);
    }

    /** The member that the fact counts for; null where no members are counted. */
    @Nullable
    String member(Fact fact) {
        return members < 0 ? null : fact.textAt(members);
    }
}
