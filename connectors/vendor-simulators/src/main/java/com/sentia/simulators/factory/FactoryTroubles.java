package com.sentia.simulators.factory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What goes wrong in the factory beyond the usual; the last instants are not included. */
public record FactoryTroubles(List<Wear> wears, List<Drift> drifts, List<Silence> silences, List<Lateness> latenesses) {
    /** Nothing does. */
    public static final FactoryTroubles NONE = new FactoryTroubles(List.of(), List.of(), List.of(), List.of());

    static final long MILLION = 1_000_000;
    /** Of a million units, what a machine turns to scrap just before it fails. */
    private static final long SCRAP_OF_WORN = 90_000;

    /** A machine that slows down and runs hot, turns out scrap, fails, and stands still until it is mended. */
    public record Wear(String line, String machine, Instant from, Instant failsAt, Instant until) {
        /** Millionths of the way to the failure, at an instant before it. */
        long progress(Instant at) {
            return share(from, failsAt, at);
        }

        boolean isWorn(Instant at) {
            return at.isAfter(from) && at.isBefore(failsAt);
        }
    }

    /** Work on a line gets worse: at the end so many of a million units are scrap beyond the usual. */
    public record Drift(String line, Instant from, Instant until, long scrapOfMillion) {}

    /** Readings of a machine that works are not written down. */
    public record Silence(String machine, Instant from, Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** What a supplier should deliver on these days, the last included, comes so many days later. */
    public record Lateness(String supplier, LocalDate from, LocalDate to, int days) {}

    public FactoryTroubles {
        wears = List.copyOf(wears);
        drifts = List.copyOf(drifts);
        silences = List.copyOf(silences);
        latenesses = List.copyOf(latenesses);
    }

    /** Of a million units of a line's run, those that are scrap beyond the usual, by when it starts. */
    long scrapOfMillion(String line, Instant start) {
        long worn = wears.stream()
                .filter(wear -> wear.line().equals(line) && wear.isWorn(start))
                .mapToLong(wear -> SCRAP_OF_WORN * wear.progress(start) / MILLION)
                .sum();
        long drifted = drifts.stream()
                .filter(drift ->
                        drift.line().equals(line) && !start.isBefore(drift.from()) && start.isBefore(drift.until()))
                // From a third of it on, so that it shows from the start.
                .mapToLong(drift -> drift.scrapOfMillion() / 3
                        + drift.scrapOfMillion() * 2 / 3 * share(drift.from(), drift.until(), start) / MILLION)
                .sum();
        return worn + drifted;
    }

    /** Millionths of a run's time in which a machine of its line stands still. */
    long stoodOfMillion(String line, Instant start, Instant end) {
        long stood = wears.stream()
                .filter(wear -> wear.line().equals(line))
                .mapToLong(wear -> overlapMillis(wear, start, end))
                .sum();
        return Math.min(
                MILLION,
                MILLION * stood / Math.max(1, Duration.between(start, end).toMillis()));
    }

    /** Days by which what is due from a supplier is late; 0 when it is not. */
    int lateness(String supplier, LocalDate due) {
        return latenesses.stream()
                .filter(one -> one.supplier().equals(supplier) && !due.isBefore(one.from()) && !due.isAfter(one.to()))
                .mapToInt(Lateness::days)
                .max()
                .orElse(0);
    }

    boolean isSilent(String machine, Instant at) {
        return silences.stream().anyMatch(silence -> silence.machine().equals(machine) && silence.holds(at));
    }

    private static long overlapMillis(Wear wear, Instant start, Instant end) {
        Instant from = wear.failsAt().isAfter(start) ? wear.failsAt() : start;
        Instant to = wear.until().isBefore(end) ? wear.until() : end;
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private static long share(Instant from, Instant until, Instant at) {
        return MILLION
                * Duration.between(from, at).toMillis()
                / Math.max(1, Duration.between(from, until).toMillis());
    }
}
