package com.sentia.simulators.incidents;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A line that an incident adds to the retail file: an order of its own, or a cancellation.
 *
 * @param localSecond the file's local date and time, as seconds since the epoch had it been UTC
 * @param quantity units, positive for sales and cancellations alike
 */
record AddedLine(
        long localSecond,
        boolean isCancellation,
        String sku,
        String title,
        int quantity,
        long priceMicros,
        String customer,
        String country) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int MICROS_DIGITS = 6;

    /** The file's columns. */
    List<String> columns(long invoice) {
        return List.of(
                (isCancellation ? "C" : "") + invoice,
                sku,
                title,
                Integer.toString(isCancellation ? -quantity : quantity),
                DATE.format(LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC)),
                BigDecimal.valueOf(priceMicros, MICROS_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString(),
                customer,
                country);
    }
}
