package com.sentia.verification.bench.latency;

import com.sentia.settings.Secret;
import com.sentia.verification.bench.stack.StackSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the webhook gateway of changed orders, as a shop would. */
final class WebhookDoor {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TAKEN = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final SecretKeySpec key;

    WebhookDoor(StackSettings stack) {
        this.url = stack.webhooks();
        this.key = key(stack.webhookSecret());
    }

    /**
     * Returns when the gateway has taken it.
     *
     * @throws IOException when it does not
     */
    void tell(RawOrder order) throws IOException, InterruptedException {
        byte[] body = order.webhook().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", "orders/updated")
                .header("X-Shopify-Shop-Domain", order.shop().unit())
                .header("X-Shopify-API-Version", RawOrder.API_VERSION)
                .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                .header("X-Shopify-Triggered-At", order.updatedAt().toString())
                .header("X-Shopify-Hmac-SHA256", signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != TAKEN) {
            throw new IOException("the webhook gateway answers " + status + ": see its log");
        }
    }

    private static SecretKeySpec key(Secret secret) {
        return new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
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
