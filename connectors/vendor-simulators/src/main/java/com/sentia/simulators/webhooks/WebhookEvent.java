package com.sentia.simulators.webhooks;

import java.util.function.Supplier;

/**
 * Something a shop tells its subscribers.
 *
 * @param shop domain of the shop
 * @param topic in the form of the header, such as {@code orders/updated}
 * @param subject what it is about, so that the same event has the same id whenever it is told
 * @param second epoch second at which it happened
 * @param body made once, when first sent; every later try repeats it
 */
public record WebhookEvent(String shop, String topic, String subject, long second, Supplier<byte[]> body) {
    String identity() {
        return shop + "/" + topic + "/" + subject + "/" + second;
    }
}
