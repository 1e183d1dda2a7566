package com.sentia.analytics.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of event time, or an instant, that a value is about; its end is exclusive. */
public sealed interface Window {

    /**
     * A window by its name.
     *
     * @param zone of calendar windows
     * @throws IllegalArgumentException saying what a window looks like
     */
    static Window of(String name, ZoneId zone) {
        Optional<CalendarUnit> unit = CalendarUnit.of(name);
        if (unit.isPresent()) {
            return new Calendar(unit.get(), zone);
        }
        Matcher instant = Rolling.INSTANT.matcher(name);
        if (instant.matches()) {
            Duration step = Rolling.length(instant.group(1), instant.group(2));
            return Rolling.of(name, step, step);
        }
        Matcher rolling = Rolling.NAME.matcher(name);
        if (!rolling.matches()) {
            throw new IllegalArgumentException("'" + name
                    + "' is no window: write size/step such as 24h/5m, instant/step, or one of " + CalendarUnit.KEYS);
        }
        return Rolling.of(
                name,
                Rolling.length(rolling.group(1), rolling.group(2)),
                Rolling.length(rolling.group(3), rolling.group(4)));
    }

    /** As written in tables and the API: {@code 24h/5m}, {@code week}. */
    String name();

    /** End of the slice that holds an instant: the first window end after it. */
    long sliceEnd(long micros);

    /**
     * The window that ends at E holds E − size ≤ t &lt; E; E are the multiples of step since the epoch, UTC.
     *
     * @param size microseconds, a multiple of step
     * @param step microseconds
     */
    record Rolling(String name, long size, long step) implements Window {
        private static final Pattern INSTANT = Pattern.compile("instant/([1-9]\\d{0,5})([smhd])");
        private static final Pattern NAME = Pattern.compile("([1-9]\\d{0,5})([smhd])/([1-9]\\d{0,5})([smhd])");

        public Rolling {
            if (step <= 0 || size < step || size % step != 0) {
                throw new IllegalArgumentException(name + ": size must be a multiple of step");
            }
        }

        private static Duration length(String count, String unit) {
            return Duration.parse((unit.equals("d") ? "P" : "PT") + count + unit.toUpperCase(Locale.ROOT));
        }

        public static Rolling of(String name, Duration size, Duration step) {
            return new Rolling(name, size.toNanos() / 1_000, step.toNanos() / 1_000);
        }

        /** Whether it is about its end alone: where levels stand. */
        public boolean isInstant() {
            return name.startsWith("instant/");
        }

        @Override
        public long sliceEnd(long micros) {
            return (Math.floorDiv(micros, step) + 1) * step;
        }
    }

    /**
     * An hour, day, week, month or quarter of a business time zone.
     *
     * <p>An hour is a stretch in which the clock shows one hour at one offset from UTC: an hour that the clock repeats is
     * two, and where it is moved by half an hour there are half hours. The others begin at the first midnight of their
     * first date, or at the end of the gap where midnight is skipped; a day is 23, 24 or 25 hours long in most zones.
     */
    record Calendar(CalendarUnit unit, ZoneId zone) implements Window {
        private static final long SECONDS_PER_HOUR = 3_600;
        private static final long MICROS_PER_SECOND = 1_000_000;

        /** Microseconds; {@code end} is exclusive, and the start of the next span. */
        public record Span(long start, long end) {
            public boolean holds(long micros) {
                return start <= micros && micros < end;
            }
        }

        @Override
        public String name() {
            return unit.key();
        }

        @Override
        public long sliceEnd(long micros) {
            return around(micros).end();
        }

        /** The one window that holds an instant. */
        public Span around(long micros) {
            return unit == CalendarUnit.HOUR ? hourAround(micros) : datesAround(micros);
        }

        private Span hourAround(long micros) {
            Instant instant = instant(micros);
            ZoneRules rules = zone.getRules();
            long offset = rules.getOffset(instant).getTotalSeconds();
            long clock = instant.getEpochSecond() + offset;
            long start = clock - Math.floorMod(clock, SECONDS_PER_HOUR) - offset;
            long end = start + SECONDS_PER_HOUR;
            ZoneOffsetTransition next = rules.nextTransition(instant);
            if (next != null) {
                end = Math.min(end, next.toEpochSecond());
            }
            // An instant at which the clock is moved belongs to what comes after.
            ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
            if (last != null) {
                start = Math.max(start, last.toEpochSecond());
            }
            return new Span(start * MICROS_PER_SECOND, end * MICROS_PER_SECOND);
        }

        private Span datesAround(long micros) {
            LocalDate first = unit.firstDate(instant(micros).atZone(zone).toLocalDate());
            LocalDate next = unit.nextDate(first);
            Span span = new Span(midnight(first), midnight(next));
            // Where the clock goes back over midnight, the date before is shown again after its end.
            while (span.end() <= micros) {
                next = unit.nextDate(next);
                span = new Span(span.end(), midnight(next));
            }
            return span;
        }

        private static Instant instant(long micros) {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        }

        private long midnight(LocalDate date) {
            return date.atStartOfDay(zone).toEpochSecond() * MICROS_PER_SECOND;
        }
    }
}
