package com.sentia.simulators.shopify;

import com.sentia.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * How the shops' Admin API behaves beside answering queries.
 *
 * @param bulkTakes how long a bulk operation takes, in the time by which rate limits refill
 * @param bulkStrangers how many of a shop's bulk slots other apps hold at first
 * @param deletedPercent share of orders and products that are deleted some time after they came
 * @param subscribedOnly whether only those who subscribed are told of events, and where they want it
 * @param app who asks for tokens; empty where there is but the permanent one
 */
public record AdminSettings(
        Duration bulkTakes, int bulkStrangers, int deletedPercent, boolean subscribedOnly, Optional<AppSettings> app) {
    static final int BULK_SLOTS = 5;
    private static final int PER_CENT = 100;

    /** The settings, as they are unless something else is asked for. */
    public static AdminSettings from(Settings settings) {
        return new AdminSettings(
                settings.duration("bulk.takes", Duration.ofSeconds(10)),
                settings.integer("bulk.strangers", 0, BULK_SLOTS, 0),
                settings.integer("deleted-percent", 0, PER_CENT, 0),
                settings.flag("webhooks.subscribed-only", false),
                AppSettings.from(settings));
    }
}
