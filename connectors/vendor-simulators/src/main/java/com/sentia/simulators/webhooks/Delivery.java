package com.sentia.simulators.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One event on its way, with its body as it was first sent.
 *
 * @param tries how often it was sent before
 * @param due virtual epoch milliseconds at which it is sent next
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Delivery(WebhookEvent event, WebhookTarget target, byte[] body, int tries, long due) {
    /** Eight retries over four hours, as Shopify documents; how they are spread it does not say. */
    private static final List<Duration> RETRIES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(50),
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMinutes(25),
            Duration.ofMinutes(45),
            Duration.ofMinutes(65),
            Duration.ofMinutes(90));

    /** The next try after one that failed at a virtual time; empty when there have been enough. */
    Optional<Delivery> afterFailure(long now) {
        if (tries >= RETRIES.size()) {
            return Optional.empty();
        }
        return Optional.of(new Delivery(
                event, target, body, tries + 1, now + RETRIES.get(tries).toMillis()));
    }

    /** The same over all tries and repetitions. */
    String webhookId() {
        return id("webhook");
    }

    String eventId() {
        return id("event");
    }

    private String id(String kind) {
        return UUID.nameUUIDFromBytes((kind + "/" + event.identity()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
