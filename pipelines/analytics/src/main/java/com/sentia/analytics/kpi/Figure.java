package com.sentia.analytics.kpi;

import java.util.Locale;

/** A number that facts carry, as an integer with a fixed number of decimal places. */
public enum Figure {
    /** Millionths of a currency, of the business's where the fact names no other. */
    AMOUNT(6),
    UNITS(0),
    /** Of units, those asked for; what makes the divisor of a share. */
    REQUESTED(0),
    /** Of units, those that were right at first. */
    FIRST_PASS(0),
    REWORKED(0),
    SCRAPPED(0),
    /** Seconds in thousandths: how long it took, ran or stood. */
    DURATION(3),
    /** Seconds in thousandths that were planned for production. */
    PLANNED_TIME(3),
    /** Seconds in thousandths in which there could have been production. */
    AVAILABLE_TIME(3),
    /** Seconds in thousandths that the units would have taken at the ideal cycle. */
    IDEAL_TIME(3),
    /** Units in a warehouse. */
    ON_HAND(0),
    /** Units that can be sold. */
    AVAILABLE(0),
    /** Articles that a warehouse is to hold. */
    STOCKED(0),
    /** Of these, those of which nothing can be sold. */
    OUT(0),
    /** Units on their way to a warehouse. */
    INCOMING(0),
    /** Articles of which a warehouse is told to hold less than nothing. */
    NEGATIVE(0),
    /** The square of units, for their deviation. */
    UNITS_SQUARED(0),
    /** Whole minutes: how long it took. */
    MINUTES(0),
    /** The square of minutes, for their deviation. */
    MINUTES_SQUARED(0);

    private final int scale;

    Figure(int scale) {
        this.scale = scale;
    }

    /** Decimal places of the integer. */
    public int scale() {
        return scale;
    }

    /** Whether it is in a currency. */
    public boolean isMoney() {
        return this == AMOUNT;
    }

    /** As written in the catalogue. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
