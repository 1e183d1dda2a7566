package com.sentia.gateway.limits;

import com.sentia.settings.Settings;
import java.time.Duration;

/**
 * How much is let in.
 *
 * @param bodyMost bytes of a body
 * @param inFlight requests held at once, from their headers to their answer
 * @param memoryMost bytes of all bodies held at once
 * @param perUnit genuine webhooks of one unit each second
 * @param badPerSender bad signatures of one sender that are looked at each second
 * @param ageWindow how old an event may be; what is older the next poll knows better
 * @param remembered how long a delivered webhook is known again
 * @param rememberedMost how many marks of delivered webhooks are remembered, some 100 bytes each
 */
public record LimitSettings(
        int bodyMost,
        int inFlight,
        int memoryMost,
        int perUnit,
        int badPerSender,
        Duration ageWindow,
        Duration remembered,
        int rememberedMost) {
    private static final int KILOBYTE = 1_024;
    private static final int MEGABYTE = KILOBYTE * KILOBYTE;

    /** A dead letter of it, sealed, must fit into a record of the greatest size. */
    private static final int LARGEST_BODY = 7 * MEGABYTE;

    /** Shopify tries for four hours, and sends what it sent first. */
    private static final Duration LONGER_THAN_RETRIES = Duration.ofHours(6);

    /** Reads the keys. */
    public static LimitSettings from(Settings settings) {
        int bodyMost = settings.integer("body.max", KILOBYTE, LARGEST_BODY, 4 * MEGABYTE);
        int memoryMost = settings.integer("memory.max", KILOBYTE, KILOBYTE * MEGABYTE, 64 * MEGABYTE);
        if (memoryMost < bodyMost) {
            settings.reject("memory.max", memoryMost + " must be at least body.max, which is " + bodyMost);
        }
        return new LimitSettings(
                bodyMost,
                settings.integer("requests.in-flight", 1, 100_000, 1_000),
                memoryMost,
                settings.integer("rate.per-source", 1, 1_000_000, 1_000),
                settings.integer("rate.bad-signatures", 1, 1_000, 5),
                settings.duration("age.window", LONGER_THAN_RETRIES),
                settings.duration("delivered.remembered", LONGER_THAN_RETRIES),
                settings.integer("delivered.max", 1, 10_000_000, 200_000));
    }
}
