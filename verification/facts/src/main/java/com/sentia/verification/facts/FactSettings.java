package com.sentia.verification.facts;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a history is made of.
 *
 * @param seed the same seed makes the same history
 * @param days how many days it has
 * @param from its first day
 * @param zone the business time zone
 * @param ordersADay how many orders a weekday has, about
 */
public record FactSettings(long seed, int days, LocalDate from, ZoneId zone, int ordersADay) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate BEFORE_SUMMER_TIME = LocalDate.of(2026, 3, 16);
    private static final int ORDERS_A_DAY = 12;

    public FactSettings {
        if (days < 1 || ordersADay < 1) {
            throw new IllegalArgumentException("days and orders a day must be positive: " + days + ", " + ordersADay);
        }
    }

    /** A small company in London time; from the third week on its days have seen summer time begin. */
    public static FactSettings of(long seed, int days) {
        return new FactSettings(seed, days, BEFORE_SUMMER_TIME, LONDON, ORDERS_A_DAY);
    }

    public FactSettings startingOn(LocalDate day) {
        return new FactSettings(seed, days, day, zone, ordersADay);
    }

    public FactSettings withOrdersADay(int orders) {
        return new FactSettings(seed, days, from, zone, orders);
    }
}
