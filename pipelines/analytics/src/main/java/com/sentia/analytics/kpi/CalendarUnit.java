package com.sentia.analytics.kpi;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a calendar window is long: an hour of the clock, or whole days. Weeks begin on Monday, as ISO 8601 has it. */
public enum CalendarUnit {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER;

    static final List<String> KEYS =
            Arrays.stream(values()).map(CalendarUnit::key).toList();

    /** As written in the catalogue, in tables and the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CalendarUnit> of(String key) {
        return Arrays.stream(values()).filter(unit -> unit.key().equals(key)).findFirst();
    }

    /** The first date of the unit that a date lies in; an hour's is the date itself. */
    LocalDate firstDate(LocalDate date) {
        return switch (this) {
            case HOUR, DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
        };
    }

    /** The first date of the next unit of whole days. */
    LocalDate nextDate(LocalDate firstDate) {
        return switch (this) {
            case HOUR, DAY -> firstDate.plusDays(1);
            case WEEK -> firstDate.plusWeeks(1);
            case MONTH -> firstDate.plusMonths(1);
            case QUARTER -> firstDate.plus(1, IsoFields.QUARTER_YEARS);
        };
    }
}
