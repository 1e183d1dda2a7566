package com.sentia.timescale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds change points of one KPI with named moments. */
record Changes(
        Map<String, String> dimensions,
        long end,
        boolean deletes,
        @Nullable BigDecimal worth,
        int revised,
        boolean supersedes,
        long generation,
        long sequence) {
    static final long NOON = micros("2026-03-01T12:00:00Z");
    static final long ONE_MINUTE = 60_000_000L;

    static Changes at(long end) {
        return new Changes(Map.of(), end, false, BigDecimal.ZERO, 0, false, 1, 1);
    }

    static long micros(String instant) {
        return Instant.parse(instant).toEpochMilli() * 1000;
    }

    Changes of(String region) {
        return new Changes(
                Map.of("region", region, "source", "shopify"),
                end,
                deletes,
                worth,
                revised,
                supersedes,
                generation,
                sequence);
    }

    Changes worth(String amount) {
        return new Changes(dimensions, end, deletes, new BigDecimal(amount), revised, supersedes, generation, sequence);
    }

    Changes withoutWorth() {
        return new Changes(dimensions, end, deletes, null, revised, supersedes, generation, sequence);
    }

    Changes deleted() {
        return new Changes(dimensions, end, true, null, revised, supersedes, generation, sequence);
    }

    Changes superseding(int revision) {
        return new Changes(dimensions, end, deletes, worth, revision, true, generation, sequence);
    }

    Changes by(long generation, long sequence) {
        return new Changes(dimensions, end, deletes, worth, revised, supersedes, generation, sequence);
    }

    KpiChange change() {
        return new KpiChange(
                "net_sales",
                1,
                dimensions,
                "1h/1m",
                end,
                deletes,
                worth,
                worth == null ? List.of() : List.of(worth, BigDecimal.ONE),
                7,
                revised,
                supersedes,
                List.of(),
                end + sequence,
                generation,
                sequence);
    }

    KpiWrite write() {
        return KpiWrite.of(change());
    }
}
