package com.sentia.gateway;

import com.sentia.gateway.hook.Headers;
import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as Shopify sends it, to be spoiled by tests. */
public final class SignedWebhook {
    /** The shop all come from. */
    public static final String SHOP = "sentia-uk.myshopify.com";

    /** The app's secret. */
    public static final Secret SECRET = new Secret("shpss_0123456789abcdef");

    private final byte[] body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private SignedWebhook(String topic, byte[] body, Secret secret) {
        this.body = body.clone();
        headers.put("X-Shopify-Topic", topic);
        headers.put("X-Shopify-Shop-Domain", SHOP);
        headers.put("X-Shopify-API-Version", "2026-10");
        headers.put("X-Shopify-Triggered-At", "2026-03-01T11:59:58.123456789Z");
        headers.put("X-Shopify-Hmac-SHA256", signature(body, secret));
    }

    public static SignedWebhook of(String topic, String body) {
        return new SignedWebhook(topic, body.getBytes(StandardCharsets.UTF_8), SECRET);
    }

    public static SignedWebhook of(String topic, byte[] body) {
        return new SignedWebhook(topic, body, SECRET);
    }

    /** An order that changed a minute before midday, with an id no double can hold. */
    public static SignedWebhook order(String id) {
        return of("orders/updated", "{\"id\":" + id + ",\"updated_at\":\"2026-03-01T11:59:00Z\",\"email\":\"a@b.c\"}")
                .with("X-Shopify-Webhook-Id", "webhook-" + id);
    }

    public static SignedWebhook signedWith(Secret secret, String topic, String body) {
        return new SignedWebhook(topic, body.getBytes(StandardCharsets.UTF_8), secret);
    }

    public SignedWebhook with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public SignedWebhook without(String name) {
        headers.remove(name);
        return this;
    }

    /** Signed by someone who does not know the secret. */
    public SignedWebhook forged() {
        return with("X-Shopify-Hmac-SHA256", signature(body, new Secret("someone else's guess")));
    }

    public byte[] body() {
        return body.clone();
    }

    public Map<String, String> headerMap() {
        return headers;
    }

    public Headers headers() {
        return headers::get;
    }

    private static String signature(byte[] body, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }
}
