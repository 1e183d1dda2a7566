package com.sentia.simulators.retail;

import java.util.List;

/** What one cancellation gives back on one order, at an epoch second. */
public record Refund(long id, long at, List<RefundPart> parts, List<Charge> shipping, List<Charge> discounts) {
    /** Goods, shipping and discounts of the refund together, in millionths. */
    public long amountMicros() {
        long goods = parts.stream().mapToLong(RefundPart::amountMicros).sum();
        long shipped = shipping.stream().mapToLong(Charge::amountMicros).sum();
        long given = discounts.stream().mapToLong(Charge::amountMicros).sum();
        return goods + shipped + given;
    }
}
