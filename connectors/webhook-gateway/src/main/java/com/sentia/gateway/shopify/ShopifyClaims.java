package com.sentia.gateway.shopify;

import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Headers;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.schemas.Op;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a request's headers claim, by Shopify's names for them. */
final class ShopifyClaims {
    static final String SHOP = "X-Shopify-Shop-Domain";
    static final String SIGNATURE = "X-Shopify-Hmac-SHA256";
    static final String TOPIC = "X-Shopify-Topic";
    static final String WEBHOOK_ID = "X-Shopify-Webhook-Id";
    static final String EVENT_ID = "X-Shopify-Event-Id";
    static final String API_VERSION = "X-Shopify-API-Version";
    static final String TRIGGERED_AT = "X-Shopify-Triggered-At";

    private static final List<String> KEPT = List.of(SHOP, TOPIC, WEBHOOK_ID, EVENT_ID, API_VERSION, TRIGGERED_AT);
    private static final int SIGNATURE_CHARACTERS = 44;
    private static final int LONGEST_KEPT = 200;
    private static final String UNKNOWN = "unknown";

    private final Set<String> shops;

    ShopifyClaims(List<String> shops) {
        this.shops = Set.copyOf(shops);
    }

    /** The claim, unless the shop is none of ours or the signature can't be one. */
    Optional<Claim> read(Headers headers) {
        @Nullable String shop = headers.get(SHOP);
        @Nullable String signature = headers.get(SIGNATURE);
        if (shop == null || signature == null || !shops.contains(shop.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return decoded(signature).map(bytes -> claim(shop.toLowerCase(Locale.ROOT), bytes, headers));
    }

    private static Claim claim(String shop, byte[] signature, Headers headers) {
        String topic = orUnknown(headers.get(TOPIC));
        return new Claim(
                shop,
                topic,
                ByteBuffer.wrap(signature),
                marks(shop, topic, headers.get(WEBHOOK_ID), signature),
                orUnknown(headers.get(API_VERSION)),
                ShopifyPrivacy.has(topic)
                        ? null
                        : ShopifyTimes.parse(headers.get(TRIGGERED_AT)).orElse(null),
                kept(headers));
    }

    private static Optional<byte[]> decoded(String signature) {
        if (signature.length() != SIGNATURE_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(signature))
                    .filter(bytes -> bytes.length == HmacSignatures.BYTES);
        } catch (IllegalArgumentException expected) {
            return Optional.empty();
        }
    }

    /**
     * The webhook's id stays the same over retries. The signature tells contents apart, but only of topics whose bodies have an
     * update time: an entity that goes, comes back and goes again makes two deletes of the same bytes.
     */
    private static List<UUID> marks(String shop, String topic, @Nullable String webhookId, byte[] signature) {
        List<UUID> marks = new ArrayList<>();
        if (webhookId != null && webhookId.length() <= LONGEST_KEPT) {
            marks.add(mark(shop + "\nid\n" + webhookId));
        }
        boolean hasTime = ShopifyTopic.named(topic)
                .filter(known -> known.op() == Op.UPSERT)
                .isPresent();
        if (hasTime) {
            marks.add(mark(topic + "\nsignature\n" + Base64.getEncoder().encodeToString(signature)));
        }
        return marks;
    }

    private static UUID mark(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> kept(Headers headers) {
        Map<String, String> kept = new HashMap<>();
        for (String name : KEPT) {
            @Nullable String value = headers.get(name);
            if (value != null && value.length() <= LONGEST_KEPT) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private static String orUnknown(@Nullable String value) {
        return value == null || value.isBlank() || value.length() > LONGEST_KEPT ? UNKNOWN : value;
    }
}
