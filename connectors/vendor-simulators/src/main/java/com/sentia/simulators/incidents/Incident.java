package com.sentia.simulators.incidents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that goes wrong in the simulated company.
 *
 * @param start its first instant
 * @param end the first instant after it
 * @param root what is behind it
 * @param within other dimensions it stays inside of, by name
 * @param magnitude how bad it is, in what its kind counts
 * @param sentence what happens, for people
 */
public record Incident(
        IncidentKind kind,
        Instant start,
        Instant end,
        Root root,
        Map<String, String> within,
        BigDecimal magnitude,
        String sentence) {

    /** A value of a dimension. */
    public record Root(String dimension, String value) {}

    public Incident {
        within = Collections.unmodifiableMap(new TreeMap<>(within));
    }
}
