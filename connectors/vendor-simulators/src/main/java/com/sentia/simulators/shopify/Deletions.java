package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.RetailOrder;
import java.time.Duration;

/**
 * Which orders and products are deleted, and when: by their ids alone, so that the same ones are in each run.
 *
 * @param percent share of them that are
 */
record Deletions(int percent) {
    static final Deletions NONE = new Deletions(0);

    private static final int PER_CENT = 100;
    private static final long SOONEST = Duration.ofHours(1).toSeconds();
    private static final long SPREAD = Duration.ofDays(20).toSeconds();
    private static final long ORDERS = 0x5DEECE66DL;
    private static final long PRODUCTS = 0x2545F4914F6CDD1DL;

    /** Epoch second from which on the order is gone, {@link RetailOrder#NEVER} if it stays. */
    long ofOrder(long id, long placedAt) {
        return at(mixed(id ^ ORDERS), placedAt);
    }

    /** The same of a product. */
    long ofProduct(long id, long createdAt) {
        return at(mixed(id ^ PRODUCTS), createdAt);
    }

    private long at(long chance, long since) {
        if (Long.remainderUnsigned(chance, PER_CENT) >= percent) {
            return RetailOrder.NEVER;
        }
        return since + SOONEST + Long.remainderUnsigned(chance >>> 8, SPREAD);
    }

    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
