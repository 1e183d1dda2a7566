package com.sentia.gateway.shopify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Shopify's times: ISO-8601 with an offset. */
final class ShopifyTimes {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private ShopifyTimes() {}

    /** The instant, unless the text is none or no year in which a record can have been changed. */
    static Optional<Instant> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            boolean possible = time.getYear() > FIRST_YEAR && time.getYear() < LAST_YEAR;
            return possible ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeException expected) {
            return Optional.empty();
        }
    }
}
