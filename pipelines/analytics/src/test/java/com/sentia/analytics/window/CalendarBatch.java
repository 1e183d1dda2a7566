package com.sentia.analytics.window;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.window.Batch.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The calendar part of {@link Batch}: finds each fact's window by looking at a clock and a calendar on the wall. */
final class CalendarBatch {
    /** Asked for each fact again and again; an hour's takes a walk over its minutes. */
    private static final Map<Question, Span> FOUND = new ConcurrentHashMap<>();

    private record Question(String unit, long micros, ZoneId zone) {}

    private CalendarBatch() {}

    /** A window, its end exclusive. */
    record Span(long start, long end) {}

    /** One row per window that holds a fact of the KPI. */
    static NavigableMap<Long, Cell> rows(String kpi, String unit, List<Fact> facts, ZoneId zone, long to) {
        TreeMap<Long, Cell> rows = new TreeMap<>();
        facts.stream()
                .map(fact -> span(unit, fact.timeMicros(), zone))
                .distinct()
                .filter(span -> span.end() <= to)
                .forEach(span -> {
                    Cell cell = Batch.cell(kpi, facts, span.start(), span.end());
                    if (cell.present() > 0) {
                        rows.put(span.end(), cell);
                    }
                });
        return rows;
    }

    static Span span(String unit, long micros, ZoneId zone) {
        return FOUND.computeIfAbsent(new Question(unit, micros, zone), question -> find(unit, micros, zone));
    }

    private static Span find(String unit, long micros, ZoneId zone) {
        ZonedDateTime time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
        LocalDate date = time.toLocalDate();
        YearMonth month = YearMonth.from(date);
        return switch (unit) {
            case "hour" -> hour(time);
            case "day" -> dates(date, date.plusDays(1), zone);
            case "week" -> {
                LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1L);
                yield dates(monday, monday.plusDays(7), zone);
            }
            case "month" -> dates(month.atDay(1), month.plusMonths(1).atDay(1), zone);
            case "quarter" -> {
                YearMonth first = month.minusMonths((month.getMonthValue() - 1) % 3);
                yield dates(first.atDay(1), first.plusMonths(3).atDay(1), zone);
            }
            default -> throw new IllegalArgumentException(unit);
        };
    }

    /** The minutes around that show the same hour at the same offset. */
    private static Span hour(ZonedDateTime time) {
        ZonedDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        ZonedDateTime start = minute;
        while (showsSameHour(start.minusMinutes(1), minute)) {
            start = start.minusMinutes(1);
        }
        ZonedDateTime end = minute;
        while (showsSameHour(end, minute)) {
            end = end.plusMinutes(1);
        }
        return new Span(Batch.micros(start.toInstant()), Batch.micros(end.toInstant()));
    }

    private static boolean showsSameHour(ZonedDateTime one, ZonedDateTime other) {
        return one.getOffset().equals(other.getOffset())
                && one.getHour() == other.getHour()
                && one.toLocalDate().equals(other.toLocalDate());
    }

    private static Span dates(LocalDate first, LocalDate next, ZoneId zone) {
        return new Span(
                Batch.micros(first.atStartOfDay(zone).toInstant()),
                Batch.micros(next.atStartOfDay(zone).toInstant()));
    }
}
