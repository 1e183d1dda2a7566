package com.sentia.simulators.retail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that will ever happen to it; what is seen of it depends on the moment.
 *
 * @param placedAt epoch second
 * @param cancelledAt epoch second, {@link #NEVER} if it is not
 * @param refunds by time
 * @param carrier true for the order that a refund without order hangs on
 */
public record RetailOrder(
        long id,
        Region region,
        long placedAt,
        long cancelledAt,
        @Nullable String customer,
        String country,
        List<OrderLine> goods,
        List<Charge> shipping,
        List<Charge> discounts,
        List<Refund> refunds,
        boolean carrier) {
    public static final long NEVER = Long.MAX_VALUE;

    /** The refunds that had happened by an epoch second. */
    public List<Refund> refundsBy(long second) {
        int count = 0;
        while (count < refunds.size() && refunds.get(count).at() <= second) {
            count++;
        }
        return refunds.subList(0, count);
    }

    /** When the order had last changed by an epoch second at which it was already placed. */
    public long updatedAt(long second) {
        List<Refund> seen = refundsBy(second);
        return seen.isEmpty()
                ? placedAt
                : Math.max(placedAt, seen.get(seen.size() - 1).at());
    }

    public boolean isCancelledBy(long second) {
        return cancelledAt <= second;
    }
}
