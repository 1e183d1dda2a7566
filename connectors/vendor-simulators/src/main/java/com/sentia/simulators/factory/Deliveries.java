package com.sentia.simulators.factory;

import com.sentia.simulators.company.Suppliers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** Who delivers to the factory, and when it comes: one supplier each working day, unless it is late. */
public final class Deliveries {
    private static final int LONGEST_LATENESS_DAYS = 21;

    private Deliveries() {}

    /** Whose turn it is on a day. */
    public static String supplierOn(long factorySeed, LocalDate day) {
        return supplier(new Chance(factorySeed, day.toEpochDay(), Inspections.GOODS_RECEIVED_CHANCE));
    }

    static String supplier(Chance chance) {
        return chance.oneOf(Suppliers.ALL);
    }

    /** The days whose deliveries come on a day: it itself when they are on time, and earlier ones. */
    static List<LocalDate> comingOn(FactoryPlan plan, LocalDate day) {
        return day.minusDays(LONGEST_LATENESS_DAYS)
                .datesUntil(day.plusDays(1))
                .filter(due -> due.getDayOfWeek() != DayOfWeek.SUNDAY && !due.isBefore(plan.firstDay()))
                .filter(due -> comes(plan, due).equals(day))
                .toList();
    }

    private static LocalDate comes(FactoryPlan plan, LocalDate due) {
        LocalDate comes = due.plusDays(plan.troubles().lateness(supplierOn(plan.seed(), due), due));
        return comes.getDayOfWeek() == DayOfWeek.SUNDAY ? comes.plusDays(1) : comes;
    }
}
