package com.sentia.simulators.incidents;

import com.sentia.simulators.factory.Factory;
import com.sentia.simulators.factory.FactoryTroubles;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** Machines that fail, work that gets worse, readings that stop. */
final class FactoryIncidents {
    private record Way(IncidentKind kind, BiConsumer<Span, SplittableRandom> draw) {}

    private static final int FIRST_HOUR = 6;
    private static final int WEAR_DAYS = 2;
    private static final int DRIFT_DAYS = 4;
    private static final long UNITS_OF_MILLION = 10_000;

    private final FileSales calendar;
    private final long seed;
    private final List<Incident> incidents = new ArrayList<>();
    private final List<FactoryTroubles.Wear> wears = new ArrayList<>();
    private final List<FactoryTroubles.Drift> drifts = new ArrayList<>();
    private final List<FactoryTroubles.Silence> silences = new ArrayList<>();

    FactoryIncidents(FileSales calendar, long seed) {
        this.calendar = calendar;
        this.seed = seed;
    }

    List<Incident> incidents() {
        return incidents;
    }

    FactoryTroubles troubles(List<FactoryTroubles.Lateness> latenesses) {
        return new FactoryTroubles(wears, drifts, silences, latenesses);
    }

    /** Adds one of each kind, one after the other, in an order of chance. */
    void add(Span period) {
        List<Way> ways = List.of(
                new Way(IncidentKind.MACHINE_FAILURE, this::fail),
                new Way(IncidentKind.QUALITY_DRIFT, this::drift),
                new Way(IncidentKind.SILENT_FEED, this::silence));
        int turn = period.chance(seed, IncidentKind.MACHINE_FAILURE).nextInt(ways.size());
        List<Span> parts = period.parts(ways.size());
        for (int part = 0; part < parts.size(); part++) {
            Way way = ways.get((part + turn) % ways.size());
            Span span = parts.get(part);
            way.draw().accept(span, span.chance(seed, way.kind()));
        }
    }

    private void fail(Span span, SplittableRandom chance) {
        // One day more, as what would fail on a Sunday fails on Monday.
        List<LocalDate> starts = span.startsOf(WEAR_DAYS + 2);
        if (starts.isEmpty()) {
            return;
        }
        LocalDate first = OrderDraw.oneOf(starts, chance);
        LocalDate last = first.plusDays(WEAR_DAYS);
        Map.Entry<String, String> machine = machine(chance);
        LocalDateTime fails =
                (last.getDayOfWeek() == DayOfWeek.SUNDAY ? last.plusDays(1) : last).atTime(chance.nextInt(9, 13), 0);
        int hours = chance.nextInt(5, 9);
        Instant from = calendar.instant(first.atTime(FIRST_HOUR, 0));
        Instant until = calendar.instant(fails.plusHours(hours));
        wears.add(new FactoryTroubles.Wear(machine.getValue(), machine.getKey(), from, calendar.instant(fails), until));
        incidents.add(new Incident(
                IncidentKind.MACHINE_FAILURE,
                from,
                until,
                new Incident.Root("machine", machine.getKey()),
                Map.of("line", machine.getValue()),
                BigDecimal.valueOf(hours),
                "%s slows down and runs hot for days, then stands still for %d hours."
                        .formatted(machine.getKey(), hours)));
    }

    private void drift(Span span, SplittableRandom chance) {
        List<LocalDate> starts = span.startsOf(DRIFT_DAYS);
        if (starts.isEmpty()) {
            return;
        }
        LocalDate first = OrderDraw.oneOf(starts, chance);
        String line = machine(chance).getValue();
        Instant from = calendar.instant(first.atTime(FIRST_HOUR, 0));
        Instant until = calendar.instant(first.plusDays(DRIFT_DAYS - 1L).atTime(22, 0));
        int perCent = chance.nextInt(9, 16);
        drifts.add(new FactoryTroubles.Drift(line, from, until, perCent * UNITS_OF_MILLION));
        incidents.add(new Incident(
                IncidentKind.QUALITY_DRIFT,
                from,
                until,
                new Incident.Root("line", line),
                Map.of(),
                BigDecimal.valueOf(perCent, 2),
                "What %s makes gets worse from shift to shift, up to %d %% more scrap.".formatted(line, perCent)));
    }

    private void silence(Span span, SplittableRandom chance) {
        List<LocalDate> starts = span.startsOf(1);
        if (starts.isEmpty()) {
            return;
        }
        LocalDateTime from = OrderDraw.oneOf(starts, chance).atTime(chance.nextInt(8, 13), 0);
        int hours = chance.nextInt(5, 9);
        Map.Entry<String, String> machine = machine(chance);
        Instant start = calendar.instant(from);
        Instant end = start.plus(Duration.ofHours(hours));
        silences.add(new FactoryTroubles.Silence(machine.getKey(), start, end));
        incidents.add(new Incident(
                IncidentKind.SILENT_FEED,
                start,
                end,
                new Incident.Root("machine", machine.getKey()),
                Map.of("line", machine.getValue()),
                BigDecimal.valueOf(hours),
                "%s works on, but none of its readings of %d hours arrives.".formatted(machine.getKey(), hours)));
    }

    private static Map.Entry<String, String> machine(SplittableRandom chance) {
        return OrderDraw.oneOf(List.copyOf(Factory.machines().entrySet()), chance);
    }
}
