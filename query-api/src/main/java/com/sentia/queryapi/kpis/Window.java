package com.sentia.queryapi.kpis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The span a value covers: rolling, {@code size/step} ({@code 24h/5m}), or a calendar unit of the business time zone
 * ({@code day}), which has no fixed size.
 */
public record Window(String text, Optional<Duration> size, Optional<Duration> step) {
    /** What a reader is told a window looks like. */
    public static final String RULE = "size/step such as 24h/5m, or day";

    private static final Pattern ROLLING = Pattern.compile("([1-9]\\d{0,3}[mhd])/([1-9]\\d{0,3}[mhd])");

    public static Window parse(String text) {
        if (text.equals("day")) {
            return new Window(text, Optional.empty(), Optional.empty());
        }
        Matcher matcher = ROLLING.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a window");
        }
        return new Window(text, Optional.of(span(matcher.group(1))), Optional.of(span(matcher.group(2))));
    }

    public boolean isCalendar() {
        return size.isEmpty();
    }

    /** The end of the newest window that has begun to count at {@code now}: the first step end after it. */
    public Instant endAfter(Instant now) {
        long millis = step.orElse(Duration.ofMillis(1)).toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(now.toEpochMilli(), millis) + 1) * millis);
    }

    private static Duration span(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
