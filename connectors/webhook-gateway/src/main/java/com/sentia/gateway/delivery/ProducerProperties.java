package com.sentia.gateway.delivery;

import com.sentia.schemas.topics.Topic;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the producer is run: idempotent, acknowledged by all replicas, and done with a record before its sender loses patience. */
final class ProducerProperties {
    private static final int LINGER_MILLIS = 2;
    private static final int BATCH_BYTES = 64 * 1024;
    private static final long BUFFER_BYTES = 64L * 1024 * 1024;

    /** A broker that is back is found at once: each second without it is a second of refused webhooks. */
    private static final int LONGEST_BACKOFF_MILLIS = 500;

    private ProducerProperties() {}

    static Map<String, Object> of(DeliverySettings settings) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "sentia-webhook-gateway"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.quarter().toMillis()),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                        settings.half().toMillis()),
                Map.entry(
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) settings.half().toMillis() - LINGER_MILLIS),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, (long) LONGEST_BACKOFF_MILLIS),
                Map.entry(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, (long) LONGEST_BACKOFF_MILLIS));
    }
}
