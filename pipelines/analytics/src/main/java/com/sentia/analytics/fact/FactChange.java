package com.sentia.analytics.fact;

import java.util.List;

/**
 * What facts change in one series.
 *
 * @param set name of the dimension set
 * @param members the series' member of each dimension, in the set's order
 * @param contributions the sum of what may have many causes
 * @param caused what is told of each cause apart, in the order of their arrival
 */
public record FactChange(
        String set, List<String> members, List<Contribution> contributions, List<CausedChange> caused) {
    private static final String SEPARATOR = "\u001f";

    /** Identifies the series' state: set and members. */
    public String key() {
        return key(set, members);
    }

    /** The key of a set's series with these members. */
    public static String key(String set, List<String> members) {
        return members.isEmpty() ? set : set + SEPARATOR + String.join(SEPARATOR, members);
    }

    /** Set and members of a {@link #key()}. */
    public static List<String> partsOf(String key) {
        return List.of(key.split(SEPARATOR, -1));
    }
}
