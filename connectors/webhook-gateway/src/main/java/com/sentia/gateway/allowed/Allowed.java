package com.sentia.gateway.allowed;

import java.util.Map;

/** What may be copied of one JSON value. */
sealed interface Allowed {
    /** A text, number, flag or null, as it stands. */
    record Scalar() implements Allowed {}

    /**
     * A person's id, or an object that has one: only a pseudonym of it is written.
     *
     * @param name what the pseudonym is called in the copy
     */
    record Replaced(String name) implements Allowed {}

    /** The fields of an object that are named. */
    record Fields(Map<String, Allowed> byName) implements Allowed {
        public Fields {
            byName = Map.copyOf(byName);
        }
    }

    /** The objects of a list, each as far as its fields are named. */
    record Objects(Fields each) implements Allowed {}
}
