package com.sentia.analytics.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of event time that a value is about; its end is exclusive. */
public sealed interface Window {

    /**
     * A window by its name.
     *
     * @param zone of calendar days
     * @throws IllegalArgumentException saying what a window looks like
     */
    static Window of(String name, ZoneId zone) {
        if (name.equals("day")) {
            return new Day(zone);
        }
        Matcher rolling = Rolling.NAME.matcher(name);
        if (!rolling.matches()) {
            throw new IllegalArgumentException("'" + name + "' is no window: write size/step such as 24h/5m, or day");
        }
        return Rolling.of(
                name,
                Rolling.length(rolling.group(1), rolling.group(2)),
                Rolling.length(rolling.group(3), rolling.group(4)));
    }

    /** As written in tables and the API: {@code 24h/5m}, {@code day}. */
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

        @Override
        public long sliceEnd(long micros) {
            return (Math.floorDiv(micros, step) + 1) * step;
        }
    }

    /** The calendar day of a business time zone, of 23, 24 or 25 hours. */
    record Day(ZoneId zone) implements Window {
        @Override
        public String name() {
            return "day";
        }

        @Override
        public long sliceEnd(long micros) {
            return micros(date(micros).plusDays(1));
        }

        /** Start of the day that ends at {@code end}. */
        public long start(long end) {
            return micros(date(end - 1));
        }

        public boolean isEnd(long micros) {
            return micros(date(micros)) == micros;
        }

        private LocalDate date(long micros) {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
        }

        private long micros(LocalDate date) {
            return ChronoUnit.MICROS.between(
                    Instant.EPOCH, date.atStartOfDay(zone).toInstant());
        }
    }
}
