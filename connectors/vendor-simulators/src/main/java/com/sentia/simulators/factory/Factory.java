package com.sentia.simulators.factory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Two lines that work from Monday to Saturday, the same for the same seed: each day can be asked for by itself.
 *
 * <p>Runs are planned the afternoon before; some start late, are called off or broken off; machines wear until their service and
 * fail; quality drifts over weeks. Some of what was written down is put right later, up to a day and a half, and
 * readings that came twice are deleted.
 */
public final class Factory implements Diary {
    private static final LocalTime PLANNING = LocalTime.of(15, 0);

    private final FactoryPlan plan;

    public Factory(FactoryPlan plan) {
        this.plan = plan;
    }

    @Override
    public List<RowChange> changes(LocalDate day) {
        List<RowChange> changes = new ArrayList<>();
        runs(day.plusDays(1)).forEach(run -> changes.add(run.planned(Shift.at(day, PLANNING))));
        for (Run run : runs(day)) {
            changes.addAll(run.work());
            changes.addAll(Inspections.of(run));
        }
        runs(day.minusDays(1)).forEach(run -> changes.addAll(run.correction()));
        changes.addAll(readings(day, Machine::readings));
        changes.addAll(readings(day.minusDays(1), Machine::afterthoughts));
        if (isWorking(day)) {
            Deliveries.comingOn(plan, day).forEach(due -> changes.addAll(Inspections.ofGoodsReceived(plan, due, day)));
        }
        changes.sort(Comparator.comparing(RowChange::at));
        return changes;
    }

    /** The day whose changes hold an instant. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(Shift.ZONE).toLocalDate();
    }

    /** An instant of a day by the factory's clocks. */
    public static Instant at(LocalDate day, LocalTime time) {
        return Shift.at(day, time);
    }

    /** Its machines, and the line that each belongs to. */
    public static Map<String, String> machines() {
        Map<String, String> machines = new TreeMap<>();
        Line.ALL.forEach(line -> line.machines().forEach(machine -> machines.put(machine, line.code())));
        return machines;
    }

    private List<RowChange> readings(LocalDate day, Function<Machine, List<RowChange>> ofMachine) {
        return machines(day).stream()
                .flatMap(machine -> ofMachine.apply(machine).stream())
                .toList();
    }

    private List<Machine> machines(LocalDate day) {
        return isWorking(day)
                ? Line.ALL.stream()
                        .flatMap(line -> line.machines().stream().map(code -> new Machine(plan, day, line, code)))
                        .toList()
                : List.of();
    }

    private List<Run> runs(LocalDate day) {
        return isWorking(day)
                ? Line.ALL.stream()
                        .flatMap(line -> Shift.ALL.stream().map(shift -> new Run(plan, day, line, shift)))
                        .toList()
                : List.of();
    }

    private boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !day.isBefore(plan.firstDay()) && !day.isAfter(plan.lastDay());
    }
}
