package com.sentia.simulators.retail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order while cancellations are being found their places: knows how many units of each line are left to refund. */
final class OpenOrder {
    private static final long CANCELLABLE_SECONDS = Duration.ofHours(24).toSeconds();

    private final Invoice invoice;
    private final List<OrderLine> goods;
    private final int[] left;
    private final List<Refund> refunds = new ArrayList<>(0);

    OpenOrder(Invoice invoice) {
        this.invoice = invoice;
        this.goods = invoice.goods().stream()
                .map(line ->
                        new OrderLine(line.number(), line.code(), line.title(), line.quantity(), line.priceMicros()))
                .toList();
        this.left = goods.stream().mapToInt(OrderLine::quantity).toArray();
    }

    long id() {
        return invoice.number();
    }

    long placedAt() {
        return invoice.at();
    }

    @Nullable
    String customer() {
        return invoice.customer();
    }

    List<OrderLine> goods() {
        return goods;
    }

    /** Takes up to {@code wanted} units off the line at {@code index}; returns how many it took. */
    int take(int index, int wanted) {
        int taken = Math.min(left[index], wanted);
        left[index] -= taken;
        return taken;
    }

    /** Refunds are added in the order of their time. */
    void add(Refund refund) {
        refunds.add(refund);
    }

    RetailOrder close() {
        return new RetailOrder(
                invoice.number(),
                Region.ofCountry(invoice.country()),
                invoice.at(),
                cancelledAt(),
                invoice.customer(),
                invoice.country(),
                goods,
                invoice.charges(LineKind.SHIPPING),
                invoice.charges(LineKind.DISCOUNT),
                List.copyOf(refunds),
                false);
    }

    private long cancelledAt() {
        long open = goods.stream().mapToLong(OrderLine::quantity).sum();
        if (open == 0) {
            return RetailOrder.NEVER;
        }
        for (Refund refund : refunds) {
            open -= refund.parts().stream().mapToLong(RefundPart::units).sum();
            if (refund.at() > invoice.at() + CANCELLABLE_SECONDS) {
                return RetailOrder.NEVER;
            }
            if (open == 0) {
                return refund.at();
            }
        }
        return RetailOrder.NEVER;
    }
}
