package com.sentia.connectors.kit;

import java.time.Duration;

/** How long a vendor that answers 429 wants to be left alone. */
public final class RetryAfter {
    private static final Duration UNTOLD = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private RetryAfter() {}

    /** What the answer tells, within bounds; a short time when it tells nothing. */
    public static Duration of(HttpAnswer answer) {
        String text = answer.headers().firstValue("Retry-After").orElse("");
        try {
            Duration told = Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
            return told.isNegative() || told.compareTo(LONGEST) > 0 ? LONGEST : told;
        } catch (NumberFormatException expected) {
            return UNTOLD;
        }
    }
}
