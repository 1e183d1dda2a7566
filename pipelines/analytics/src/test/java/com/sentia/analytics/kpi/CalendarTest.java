package com.sentia.analytics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.Window.Calendar;
import com.sentia.analytics.kpi.Window.Calendar.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    @ParameterizedTest(name = "{0} around {2} in {1}")
    @CsvSource(textBlock = """
            day,     Europe/London,       2026-03-29T12:00:00Z, 2026-03-29T00:00:00Z, 2026-03-29T23:00:00Z
            day,     Europe/London,       2026-10-25T12:00:00Z, 2026-10-24T23:00:00Z, 2026-10-26T00:00:00Z
            day,     Europe/London,       2028-02-29T23:59:59Z, 2028-02-29T00:00:00Z, 2028-03-01T00:00:00Z
            day,     Asia/Kolkata,        2026-06-30T18:30:00Z, 2026-06-30T18:30:00Z, 2026-07-01T18:30:00Z
            hour,    Europe/London,       2026-03-29T00:59:59Z, 2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z
            hour,    Europe/London,       2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z
            hour,    Europe/London,       2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z
            hour,    Europe/London,       2026-10-25T01:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z
            hour,    Asia/Kolkata,        2026-06-01T10:29:59Z, 2026-06-01T09:30:00Z, 2026-06-01T10:30:00Z
            # Clocks go back from 02:00 to 01:30, and forward from 02:00 to 02:30: half hours.
            hour,    Australia/Lord_Howe, 2027-04-03T14:59:00Z, 2027-04-03T14:00:00Z, 2027-04-03T15:00:00Z
            hour,    Australia/Lord_Howe, 2027-04-03T15:00:00Z, 2027-04-03T15:00:00Z, 2027-04-03T15:30:00Z
            hour,    Australia/Lord_Howe, 2027-04-03T15:30:00Z, 2027-04-03T15:30:00Z, 2027-04-03T16:30:00Z
            hour,    Australia/Lord_Howe, 2026-10-03T15:29:00Z, 2026-10-03T14:30:00Z, 2026-10-03T15:30:00Z
            hour,    Australia/Lord_Howe, 2026-10-03T15:30:00Z, 2026-10-03T15:30:00Z, 2026-10-03T16:00:00Z
            hour,    Australia/Lord_Howe, 2026-10-03T16:00:00Z, 2026-10-03T16:00:00Z, 2026-10-03T17:00:00Z
            week,    Europe/London,       2026-03-29T22:59:59Z, 2026-03-23T00:00:00Z, 2026-03-29T23:00:00Z
            week,    Europe/London,       2026-03-29T23:00:00Z, 2026-03-29T23:00:00Z, 2026-04-05T23:00:00Z
            week,    Europe/London,       2027-01-01T00:00:00Z, 2026-12-28T00:00:00Z, 2027-01-04T00:00:00Z
            month,   Europe/London,       2028-02-29T12:00:00Z, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z
            month,   Europe/London,       2026-12-31T23:59:59Z, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z
            month,   Europe/London,       2026-06-30T23:00:00Z, 2026-06-30T23:00:00Z, 2026-07-31T23:00:00Z
            quarter, Europe/London,       2026-03-31T22:59:59Z, 2026-01-01T00:00:00Z, 2026-03-31T23:00:00Z
            quarter, Europe/London,       2026-03-31T23:00:00Z, 2026-03-31T23:00:00Z, 2026-06-30T23:00:00Z
            quarter, Europe/London,       2026-09-30T23:00:00Z, 2026-09-30T23:00:00Z, 2027-01-01T00:00:00Z
            quarter, Europe/London,       2027-01-01T00:00:00Z, 2027-01-01T00:00:00Z, 2027-03-31T23:00:00Z
            # Before the epoch.
            month,   Europe/London,       1969-12-31T22:59:59Z, 1969-11-30T23:00:00Z, 1969-12-31T23:00:00Z
            # Midnight is skipped: the day begins at one.
            day,     America/Asuncion,    2023-10-01T04:00:00Z, 2023-10-01T04:00:00Z, 2023-10-02T03:00:00Z
            # The clock went back from one minute past midnight: the day begins but once.
            day,     America/St_Johns,    2010-11-07T02:31:00Z, 2010-11-07T02:30:00Z, 2010-11-08T03:30:00Z
            # There was no 30 December.
            day,     Pacific/Apia,        2011-12-30T09:59:59Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z
            day,     Pacific/Apia,        2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z
            """)
    void knowsTheWindowAroundAnInstant(String unit, String zone, String instant, String start, String end) {
        Calendar window = (Calendar) Window.of(unit, ZoneId.of(zone));

        assertThat(window.around(micros(instant))).isEqualTo(new Span(micros(start), micros(end)));
        assertThat(window.sliceEnd(micros(instant))).isEqualTo(micros(end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/London",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "America/St_Johns",
                "America/Asuncion",
                "America/Havana",
                "Pacific/Apia",
                "Africa/Casablanca",
                "Antarctica/Troll",
                "UTC"
            })
    void coversTimeWithoutGapOrOverlap(String zone) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (CalendarUnit unit : CalendarUnit.values()) {
            Calendar window = new Calendar(unit, ZoneId.of(zone));
            Calendar day = new Calendar(CalendarUnit.DAY, ZoneId.of(zone));
            long micros = micros("1985-01-01T00:00:00Z") + (long) (random.nextDouble() * 50 * 365 * 86_400e6);
            for (int i = 0; i < 3_000; i++) {
                Span span = window.around(micros);
                assertThat(span.holds(micros)).as("seed %d", seed).isTrue();
                assertThat(window.around(span.start())).as("seed %d", seed).isEqualTo(span);
                assertThat(window.around(span.end() - 1)).as("seed %d", seed).isEqualTo(span);
                assertThat(window.around(span.end()).start())
                        .as("seed %d", seed)
                        .isEqualTo(span.end());
                boolean isWithinADay = unit.compareTo(CalendarUnit.DAY) < 0;
                Span inner = isWithinADay ? span : day.around(span.start());
                Span outer = isWithinADay ? day.around(span.start()) : span;
                assertThat(outer.holds(inner.start()) && outer.holds(inner.end() - 1))
                        .as("seed %d: days hold whole hours, and longer windows whole days", seed)
                        .isTrue();
                micros = span.end();
            }
        }
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
