package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.RateBudget;
import com.sentia.connectors.kit.SourceException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Lets another stream of a shop, or a backfill, take a step only while its orders are caught up and enough points are there for both,
 * so that the step neither waits for points nor makes the orders wait for them.
 *
 * @param ordersBehind whether the orders of the same shop have more to read now
 * @param budget what all streams of the shop share
 * @param points what a page of each of both may cost together
 */
record OrdersFirst(BooleanSupplier ordersBehind, RateBudget budget, int points) implements Precondition {
    private static final Duration NEXT_LOOK = Duration.ofMillis(250);

    @Override
    public void check() throws SourceException {
        if (ordersBehind.getAsBoolean()) {
            throw new SourceException.Wait(NEXT_LOOK, "the orders are not caught up");
        }
        Duration missing = budget.timeUntil(points);
        if (!missing.isZero()) {
            throw new SourceException.Wait(missing, "the points are left to the orders");
        }
    }
}
