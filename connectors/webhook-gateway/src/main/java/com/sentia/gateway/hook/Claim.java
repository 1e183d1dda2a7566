package com.sentia.gateway.hook;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request's headers say it is, before anything of it is proven.
 *
 * @param unit shop, tenant or account, one of those that are set
 * @param topic the vendor's name for the kind of event, as sent
 * @param signature of the body
 * @param marks what tells this delivery from others; another with one of them says the same
 * @param apiVersion the vendor's API version the body is shaped by
 * @param triggeredAt when the event happened, by the vendor's clock
 * @param kept headers that may be kept with a dead letter: none says anything of a person
 */
public record Claim(
        String unit,
        String topic,
        ByteBuffer signature,
        List<UUID> marks,
        String apiVersion,
        @Nullable Instant triggeredAt,
        Map<String, String> kept) {
    public Claim {
        marks = List.copyOf(marks);
        kept = Map.copyOf(kept);
    }
}
