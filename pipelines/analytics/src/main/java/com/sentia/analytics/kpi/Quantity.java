package com.sentia.analytics.kpi;

/** Which figure of a fact a measure takes, and the decimal places of its integer. */
public enum Quantity {
    /** Money, in millionths of a currency unit. */
    AMOUNT(6),
    UNITS(0),
    /** Each fact counts one. */
    ONE(0),
    /** The number of different customers; facts without a customer don't count. */
    DISTINCT_CUSTOMERS(0);

    private final int scale;

    Quantity(int scale) {
        this.scale = scale;
    }

    public int scale() {
        return scale;
    }

    public boolean isDistinct() {
        return this == DISTINCT_CUSTOMERS;
    }
}
