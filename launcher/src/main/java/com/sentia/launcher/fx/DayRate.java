package com.sentia.launcher.fx;

import java.time.LocalDate;

/**
 * The rate of a currency on a business day, as a file gives it.
 *
 * @param currency ISO 4217 code of the currency that is priced, in the business currency
 * @param nanos billionths of the business currency for one unit
 * @param line of the file, from 1
 */
record DayRate(String currency, LocalDate day, long nanos, int line) {
    /** What there is one rate of. */
    record Key(String currency, LocalDate day) {}

    Key key() {
        return new Key(currency, day);
    }
}
