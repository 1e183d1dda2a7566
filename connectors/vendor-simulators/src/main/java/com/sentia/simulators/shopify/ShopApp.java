package com.sentia.simulators.shopify;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What an app has in a shop.
 *
 * @param bulkJobs its bulk operations
 * @param subscriptions what it wants to be told of
 * @param server where the simulator is reached; known once it answers
 * @param hidden how many orders the shop counts that it does not list
 * @param withheld access scopes that the merchant has not granted; changed while it runs
 */
record ShopApp(
        BulkJobs bulkJobs,
        Subscriptions subscriptions,
        Supplier<String> server,
        AtomicInteger hidden,
        Set<String> withheld) {
    String address() {
        return server.get();
    }
}
