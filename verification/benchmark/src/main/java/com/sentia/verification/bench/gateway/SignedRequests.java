package com.sentia.verification.bench.gateway;

import com.sentia.settings.Secret;
import com.sentia.verification.bench.stack.Shop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whole HTTP requests as a shop sends them: orders of three lines, some two kilobytes with what the gateway does not take. */
final class SignedRequests {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Shop[] SHOPS = Shop.values();

    private final URI url;
    private final SecretKeySpec key;

    /** @param secret that requests are signed with, the gateway's or another */
    SignedRequests(URI url, Secret secret) {
        this.url = url;
        this.key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The request that tells of the order of that id. */
    byte[] order(long id) {
        byte[] body = body(id).getBytes(StandardCharsets.UTF_8);
        String head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                X-Shopify-Topic: orders/updated\r
                X-Shopify-Shop-Domain: %s\r
                X-Shopify-API-Version: 2026-10\r
                X-Shopify-Webhook-Id: %s\r
                X-Shopify-Hmac-SHA256: %s\r
                \r
                """.formatted(
                        url.getPath(),
                        url.getAuthority(),
                        body.length,
                        SHOPS[(int) (id % SHOPS.length)].unit(),
                        new UUID(id, id),
                        signature(body));
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    private static String body(long id) {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < 3; line++) {
            lines.append(line == 0 ? "" : ",")
                    .append(String.format(Locale.ROOT, """
                    {"id": %d, "sku": "SKU-%d", "title": "ARTICLE", "quantity": %d, "vendor": "Sentia", "requires_shipping": true,
                     "price_set": {"shop_money": {"amount": "2.55", "currency_code": "GBP"}}}""", id * 10 + line, (id + line) % 200, line + 1));
        }
        return String.format(Locale.ROOT, """
                {"id": %d, "name": "#%d", "processed_at": "2026-03-01T12:00:00Z", "created_at": "2026-03-01T12:00:00Z",
                 "updated_at": "2026-03-01T12:00:00Z", "cancelled_at": null, "source_name": "web", "currency": "GBP", "test": false,
                 "email": "nobody@customer.example", "note": "leave it at the door", "customer": {"id": %d, "first_name": "N", "last_name": "N"},
                 "shipping_address": {"first_name": "N", "address1": "1 Invented Lane", "city": "Nowhere", "country_code": "GB"},
                 "total_tax_set": {"shop_money": {"amount": "0.0", "currency_code": "GBP"}},
                 "line_items": [%s], "shipping_lines": [], "discount_applications": [], "refunds": []}
                """, id, id, id % 5_000, lines);
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
