package com.sentia.gateway.delivery;

import com.sentia.settings.Settings;
import java.net.URI;
import java.time.Duration;

/**
 * How records get to Kafka.
 *
 * @param registry base address of the schema registry's Confluent API
 * @param acknowledgedWithin after this a delivery has succeeded or failed, whatever Kafka does; below the vendor's patience
 */
public record DeliverySettings(String bootstrapServers, URI registry, Duration acknowledgedWithin) {
    /** Shopify gives up after 5 s, of which some go by on the way to us and back. */
    private static final Duration LONGEST = Duration.ofMillis(4_500);

    private static final Duration SHORTEST = Duration.ofMillis(400);

    /** Reads the keys. */
    public static DeliverySettings from(Settings settings) {
        Duration within = settings.duration("kafka.acknowledged-within", Duration.ofSeconds(4));
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            settings.reject(
                    "kafka.acknowledged-within",
                    "must be from " + SHORTEST.toMillis() + "ms to " + LONGEST.toMillis() + "ms");
        }
        return new DeliverySettings(settings.text("kafka.bootstrap.servers"), settings.uri("registry.url"), within);
    }

    /**
     * A quarter of the time: the longest a record waits its turn, and the longest one may hold up the others while the producer
     * waits for metadata or room. The other half is Kafka's, so that no record is still under way when its sender was told no.
     */
    Duration quarter() {
        return acknowledgedWithin.dividedBy(4);
    }

    /** How long Kafka may take. */
    Duration half() {
        return acknowledgedWithin.dividedBy(2);
    }
}
