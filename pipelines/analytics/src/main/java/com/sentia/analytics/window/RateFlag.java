package com.sentia.analytics.window;

/** What is to be known of the rates that a value's amounts were converted by. */
public enum RateFlag {
    /** Some are another day's, for want of the day's own. */
    RATE_ESTIMATED,
    /** Of a currency none is known: its amounts are not in the value. */
    RATE_MISSING
}
