package com.sentia.queryapi.http;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads instants given as parameters. */
public final class Instants {
    /** What a reader is told an instant looks like. */
    public static final String RULE = "an instant between 1970 and 2200 such as 2026-11-20T09:30:00Z";

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    /** A plus sign that a client forgot to encode arrives as a space and is taken as the plus it was. */
    public static Instant parse(String text) {
        Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("out of range");
        }
        return instant;
    }
}
