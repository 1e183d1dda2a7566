package com.sentia.simulators.webhooks;

import com.sentia.settings.Secret;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A delivery as Shopify sends it: the headers, and the signature over the body's bytes. */
final class WebhookRequest {
    /** Shopify gives up a try after this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String apiVersion;

    WebhookRequest(Secret secret, String apiVersion) {
        this.key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.apiVersion = apiVersion;
    }

    HttpRequest of(Delivery delivery) {
        WebhookEvent event = delivery.event();
        return HttpRequest.newBuilder(delivery.target().url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", event.topic())
                .header("X-Shopify-Shop-Domain", event.shop())
                .header("X-Shopify-API-Version", apiVersion)
                .header("X-Shopify-Webhook-Id", delivery.webhookId())
                .header("X-Shopify-Event-Id", delivery.eventId())
                .header(
                        "X-Shopify-Triggered-At",
                        Instant.ofEpochSecond(event.second()).toString())
                .header("X-Shopify-Hmac-SHA256", signature(delivery.body()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()))
                .build();
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
