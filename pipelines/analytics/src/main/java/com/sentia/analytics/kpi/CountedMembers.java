package com.sentia.analytics.kpi;

import java.util.Map;
import java.util.Optional;

/** What the members that a measure counts are members of: measures that agree in it are served by one count per member. */
public record CountedMembers(FactKind fact, Map<Attribute, String> where, Attribute attribute) {
    public CountedMembers {
        where = Map.copyOf(where);
    }

    /** Empty when the measure counts no members. */
    public static Optional<CountedMembers> of(Measure measure) {
        return measure.aggregate() instanceof Aggregate.Members members
                ? Optional.of(new CountedMembers(measure.fact(), measure.where(), members.attribute()))
                : Optional.empty();
    }

    /** As the catalogue would have it. */
    @Override
    public String toString() {
        return new Measure(fact, where, new Aggregate.Members(attribute, 1)).toString();
    }
}
