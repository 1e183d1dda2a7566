package com.sentia.verification.demo;

import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What one canonical record shows of the input file.
 *
 * @param orderId the invoice number of an order; empty for a refund
 * @param lines numbers of the file's lines in the record
 * @param discounts how many discounts of an order, whose ids tell no line
 */
@SuppressWarnings("ArrayRecordComponent") // Hundreds of thousands of numbers are held; no two are ever compared.
record Traces(Optional<String> orderId, long[] lines, int discounts) {
    /** A refunded line may be spread over this many orders before its ids run into the next line's. */
    private static final long PARTS_PER_LINE = 1000;

    static Traces of(SalesOrder order) {
        LongStream goods = order.getLines().stream().mapToLong(line -> Long.parseLong(line.getLineId()));
        LongStream shipping = order.getShipping().stream().mapToLong(charge -> Long.parseLong(charge.getShippingId()));
        return new Traces(
                Optional.of(order.getOrderId()),
                LongStream.concat(goods, shipping).toArray(),
                order.getDiscounts().size());
    }

    static Traces of(SalesRefund refund) {
        LongStream goods =
                refund.getLines().stream().mapToLong(line -> Long.parseLong(line.getRefundLineId()) / PARTS_PER_LINE);
        LongStream discounts =
                refund.getAdjustments().stream().mapToLong(adjustment -> Long.parseLong(adjustment.getAdjustmentId()));
        LongStream shipping = refund.getShipping().stream().mapToLong(charge -> Long.parseLong(charge.getShippingId()));
        return new Traces(
                Optional.empty(),
                LongStream.concat(goods, LongStream.concat(discounts, shipping)).toArray(),
                0);
    }
}
