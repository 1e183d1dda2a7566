package com.sentia.queryapi.kpis;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The span a value covers: rolling, {@code size/step} ({@code 24h/5m}), or a calendar unit of the business time zone
 * ({@code day}).
 *
 * @param size of a calendar unit the most it can be, changes of clocks aside
 * @param step empty for a calendar unit
 */
public record Window(String text, Duration size, Optional<Duration> step) {
    private static final Map<String, Duration> CALENDAR = Map.of(
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(31),
            "quarter", Duration.ofDays(92));

    /** What a reader is told a window looks like. */
    public static final String RULE =
            "size/step such as 24h/5m, instant/step, or one of hour, day, week, month, quarter";

    private static final Pattern ROLLING = Pattern.compile("(instant|[1-9]\\d{0,3}[mhd])/([1-9]\\d{0,3}[mhd])");
    private static final String INSTANT = "instant";
    private static final Duration CHANGE_OF_CLOCKS = Duration.ofHours(1);

    public static Window parse(String text) {
        Duration calendar = CALENDAR.get(text);
        if (calendar != null) {
            return new Window(text, calendar, Optional.empty());
        }
        Matcher matcher = ROLLING.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a window");
        }
        Duration step = span(matcher.group(2));
        return new Window(text, matcher.group(1).equals(INSTANT) ? step : span(matcher.group(1)), Optional.of(step));
    }

    public boolean isCalendar() {
        return step.isEmpty();
    }

    /** No window of this kind is longer: a day has 25 hours at most. */
    public Duration longest() {
        boolean holdsDays = isCalendar() && size.compareTo(Duration.ofDays(1)) >= 0;
        return holdsDays ? size.plus(CHANGE_OF_CLOCKS) : size;
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
