package com.sentia.simulators.incidents;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Days in which an incident has its place, both ends included, by the file's calendar.
 *
 * @param label tells it from all others, so that chance falls otherwise in each
 */
record Span(String label, LocalDate from, LocalDate to) {
    private static final int LONGEST_PERIOD_DAYS = 28;
    /** What is usual has to be seen before something is not. */
    private static final int UNDISTURBED_DAYS = 14;

    /** The past in periods of some weeks, and then what is played live, each with room for every kind. */
    static List<Span> periods(LocalDate first, LocalDate liveFrom, LocalDate last) {
        List<Span> periods = new ArrayList<>();
        Span past = new Span("past", first.plusDays(UNDISTURBED_DAYS), liveFrom.minusDays(1));
        if (past.days() > 0) {
            periods.addAll(past.parts(Math.max(1, past.days() / LONGEST_PERIOD_DAYS)));
        }
        Span live = new Span("live", later(liveFrom.plusDays(1), first.plusDays(1)), last.minusDays(1));
        if (live.days() > 0) {
            periods.add(live);
        }
        return periods;
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many parts of nearly one length, one after the other; fewer when there are not enough days. */
    List<Span> parts(int count) {
        List<Span> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            Span one = new Span(
                    label + "-" + part,
                    from.plusDays((long) days() * part / count),
                    from.plusDays((long) days() * (part + 1) / count - 1));
            if (one.days() > 0) {
                parts.add(one);
            }
        }
        return parts;
    }

    /** A day from which on so many fit in, none of them a Sunday at the beginning; empty when none does. */
    List<LocalDate> startsOf(int lasting) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> !day.plusDays(lasting - 1L).isAfter(to))
                .toList();
    }

    /** Chance that falls the same way for the same seed, span and kind. */
    SplittableRandom chance(long seed, IncidentKind kind) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L
                + (long) label.hashCode() * 1_000_003L
                + kind.label().hashCode());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
