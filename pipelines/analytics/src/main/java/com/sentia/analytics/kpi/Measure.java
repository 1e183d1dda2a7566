package com.sentia.analytics.kpi;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One figure kept per slice: an aggregate of those facts of one kind that have certain attributes.
 *
 * @param where the value each of these attributes must have
 */
public record Measure(FactKind fact, Map<Attribute, String> where, Aggregate aggregate) {
    /** In {@link #where}: any value at all. */
    public static final String ANY = "*";

    public Measure {
        where = Map.copyOf(where);
    }

    /** Whether it picks one value among those of the facts: picked values can't be added. */
    public boolean isPicked() {
        return aggregate instanceof Aggregate.Quantile || aggregate instanceof Aggregate.Extreme;
    }

    /** Whether what it is of some facts and what it is of others can be added. */
    public boolean isAddable() {
        return !isPicked() && !(aggregate instanceof Aggregate.Rolled);
    }

    /** Whether it stands where it was left, whatever falls out of the window. */
    public boolean isLevel() {
        return aggregate instanceof Aggregate.Level;
    }

    /** Whether it changes by time alone. */
    public boolean isClocked() {
        return aggregate instanceof Aggregate.Average;
    }

    /** Itself, and the measures of the same facts that it is made from. */
    Stream<Measure> withParts() {
        return aggregate instanceof Aggregate.Average average
                ? Stream.concat(Stream.of(this), average.parts().stream().map(part -> new Measure(fact, where, part)))
                : Stream.of(this);
    }

    /** The measure of another aggregate of the same facts. */
    public Measure as(Aggregate other) {
        return new Measure(fact, where, other);
    }

    /** As the catalogue has it: {@code sum(amount) of goods}. */
    @Override
    public String toString() {
        String selected = where.entrySet().stream()
                .map(condition -> condition.getKey().key() + "=" + condition.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return aggregate.text() + " of " + fact.key() + (selected.isEmpty() ? "" : " where " + selected);
    }
}
