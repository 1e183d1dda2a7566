package com.sentia.simulators.retail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads cancellations over the orders they take back; what finds no order becomes a refund without order.
 *
 * <p>Cancellations have to be given in the order (time, invoice number). No unit is refunded twice.
 */
final class CancellationMatcher {
    private static final long IDS_PER_NUMBER = 1000;
    private static final long CARRIER_PREFIX = 9_000_000_000L;

    private final OpenUnits units;
    private final List<RetailOrder> carriers = new ArrayList<>();

    CancellationMatcher(List<OpenOrder> orders) {
        this.units = new OpenUnits(orders);
    }

    /** The orders in which nothing was sold, each carrying one refund without order. */
    List<RetailOrder> carriers() {
        return carriers;
    }

    void match(Invoice cancellation) {
        Map<OpenOrder, List<RefundPart>> placed = new LinkedHashMap<>();
        List<RefundPart> leftOver = new ArrayList<>();
        for (RetailLine line : cancellation.goods()) {
            spread(cancellation, line, placed, leftOver);
        }
        List<Charge> shipping = cancellation.charges(LineKind.SHIPPING);
        List<Charge> discounts = cancellation.charges(LineKind.DISCOUNT);
        int index = 0;
        for (Map.Entry<OpenOrder, List<RefundPart>> entry : placed.entrySet()) {
            boolean first = index == 0;
            entry.getKey()
                    .add(new Refund(
                            refundId(cancellation, index++),
                            cancellation.at(),
                            List.copyOf(entry.getValue()),
                            first ? shipping : List.of(),
                            first ? discounts : List.of()));
        }
        if (placed.isEmpty() || !leftOver.isEmpty()) {
            carriers.add(carrier(
                    cancellation,
                    new Refund(
                            refundId(cancellation, index),
                            cancellation.at(),
                            leftOver,
                            placed.isEmpty() ? shipping : List.of(),
                            placed.isEmpty() ? discounts : List.of())));
        }
    }

    private void spread(
            Invoice cancellation, RetailLine line, Map<OpenOrder, List<RefundPart>> placed, List<RefundPart> leftOver) {
        int open = line.quantity();
        int index = 0;
        for (OpenUnits.Place place : units.before(cancellation.at(), cancellation.customer(), line.code())) {
            int taken = open == 0 ? 0 : place.order().take(place.index(), open);
            if (taken > 0) {
                placed.computeIfAbsent(place.order(), order -> new ArrayList<>())
                        .add(part(line, index++, place.order().goods().get(place.index()), taken));
                open -= taken;
            }
        }
        if (open > 0) {
            OrderLine unsold = new OrderLine(line.number(), line.code(), line.title(), 0, line.priceMicros());
            leftOver.add(part(line, index, unsold, open));
        }
    }

    private static RefundPart part(RetailLine line, int index, OrderLine refunded, int units) {
        return new RefundPart(
                line.number() * IDS_PER_NUMBER + index, line.number(), refunded, units, line.priceMicros());
    }

    private static long refundId(Invoice cancellation, int index) {
        return cancellation.number() * IDS_PER_NUMBER + index;
    }

    private static RetailOrder carrier(Invoice cancellation, Refund refund) {
        return new RetailOrder(
                CARRIER_PREFIX + cancellation.number(),
                Region.ofCountry(cancellation.country()),
                cancellation.at(),
                RetailOrder.NEVER,
                cancellation.customer(),
                cancellation.country(),
                refund.parts().stream().map(RefundPart::line).toList(),
                refund.shipping().stream()
                        .map(charge -> new Charge(charge.number(), charge.title(), 0))
                        .toList(),
                List.of(),
                List.of(refund),
                true);
    }
}
