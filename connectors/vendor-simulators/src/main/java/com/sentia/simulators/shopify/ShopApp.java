package com.sentia.simulators.shopify;

import java.util.function.Supplier;

/**
 * What an app has in a shop.
 *
 * @param bulkJobs its bulk operations
 * @param subscriptions what it wants to be told of
 * @param server where the simulator is reached; known once it answers
 */
record ShopApp(BulkJobs bulkJobs, Subscriptions subscriptions, Supplier<String> server) {
    String address() {
        return server.get();
    }
}
