package com.sentia.analytics.kpi;

import java.util.Map;
import java.util.stream.Collectors;

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
