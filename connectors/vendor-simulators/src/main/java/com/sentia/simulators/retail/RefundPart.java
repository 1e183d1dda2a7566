package com.sentia.simulators.retail;

/**
 * Units of one cancellation line that were found on one line of an order.
 *
 * @param sourceLine the cancellation's line in the file
 * @param priceMicros price of one unit by the cancellation
 */
public record RefundPart(long id, int sourceLine, OrderLine line, int units, long priceMicros) {
    public long amountMicros() {
        return Math.multiplyExact(priceMicros, (long) units);
    }
}
