package com.sentia.simulators.retail;

import org.jspecify.annotations.Nullable;

/**
 * An accepted line.
 *
 * @param invoice the digits of the invoice number
 * @param cancellation whether the invoice number had a leading C
 * @param code stock code, trimmed, upper case
 * @param quantity units, positive for sales and cancellations alike
 * @param priceMicros price of one unit in millionths
 * @param localSecond the file's local date and time, as seconds since the epoch had it been UTC
 * @param customer null when the line names none
 */
public record RetailLine(
        int number,
        long invoice,
        boolean cancellation,
        LineKind kind,
        String code,
        String title,
        int quantity,
        long priceMicros,
        long localSecond,
        @Nullable String customer,
        String country)
        implements FileLine {
    long amountMicros() {
        return Math.multiplyExact(priceMicros, (long) quantity);
    }
}
