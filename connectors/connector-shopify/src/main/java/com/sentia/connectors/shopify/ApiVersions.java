package com.sentia.connectors.shopify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * How long Shopify serves a quarterly version of its API: 12 months and 16 days, counted with its first, until 15:00 UTC. The release notes of
 * 2026-10 (shopify.dev/changelog/release-notes/2026-10) give 16 October 2027, 15:00 UTC, for a version of 1 October 2026; earlier
 * ones were promised for a year at least. So the day is that rule carried over, not a promise for each.
 */
final class ApiVersions {
    private static final LocalTime HOUR = LocalTime.of(15, 0);
    private static final int DAY_OF_MONTH = 16;

    private ApiVersions() {}

    /** When a version such as 2026-10 is no longer served. */
    static Instant endOf(String version) {
        return LocalDate.parse(version + "-01")
                .plusYears(1)
                .withDayOfMonth(DAY_OF_MONTH)
                .atTime(HOUR)
                .toInstant(ZoneOffset.UTC);
    }
}
