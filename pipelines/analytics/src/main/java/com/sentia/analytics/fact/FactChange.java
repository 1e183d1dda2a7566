package com.sentia.analytics.fact;

import java.util.List;

/**
 * Everything one cause changes in one series.
 *
 * @param set name of the dimension set
 * @param members the series' member of each dimension, in the set's order
 */
public record FactChange(String set, List<String> members, Cause cause, List<Contribution> contributions) {
    private static final String SEPARATOR = "\u001f";

    /** Identifies the series' state: set and members. */
    public String key() {
        return members.isEmpty() ? set : set + SEPARATOR + String.join(SEPARATOR, members);
    }

    /** Set and members of a {@link #key()}. */
    public static List<String> partsOf(String key) {
        return List.of(key.split(SEPARATOR, -1));
    }
}
