package com.sentia.jobs.kpi.facts;

import com.sentia.schemas.Version;
import java.time.Instant;

/** When the records of tests come about: on one summer day in London. */
final class Moments {
    static final Version VERSION = new Version(1L, 2, 3L);
    static final Instant NINE = Instant.parse("2026-06-01T09:00:00Z");
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    static final Instant EVENING = Instant.parse("2026-06-01T20:00:00Z");
    /** The next day in London, the same in UTC. */
    static final Instant LATE = Instant.parse("2026-06-01T23:30:00Z");

    private Moments() {}
}
