package com.sentia.verification.bench.latency;

import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.Version;
import com.sentia.verification.bench.stack.Shop;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A version of an order as the connector would have read it from a shop.
 *
 * @param id the shop's own
 * @param updatedAt of this version
 * @param units of each line
 */
record RawOrder(Shop shop, long id, Instant placedAt, Instant updatedAt, List<Integer> units) {
    static final String API_VERSION = "2026-10";

    private static final int SKUS = 200;
    private static final int CUSTOMERS = 5_000;

    String key() {
        return shop.unit() + "/" + id;
    }

    long updatedAtMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, updatedAt);
    }

    RawRecord record() {
        return RawRecord.newBuilder()
                .setVendor(Shop.VENDOR)
                .setUnit(shop.unit())
                .setEntity(Shop.ENTITY)
                .setId(Long.toString(id))
                .setVersion(new Version(updatedAtMicros(), 2, updatedAtMicros()))
                .setOp(Op.UPSERT)
                .setFeed(Feed.POLL)
                .setApiVersion(API_VERSION)
                .setFetchedAt(updatedAt)
                .setPayload(ByteBuffer.wrap(payload().getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** The same as a webhook tells it. */
    String webhook() {
        return """
                {"id": %d, "name": "#%d", "processed_at": "%s", "created_at": "%s", "updated_at": "%s", "cancelled_at": null,
                 "source_name": "web", "currency": "%s", "test": false, "customer": {"id": %d},
                 "total_tax_set": {"shop_money": {"amount": "0.0", "currency_code": "%s"}},
                 "line_items": [%s], "shipping_lines": [], "discount_applications": [], "refunds": []}
                """.formatted(
                id,
                id,
                placedAt,
                placedAt,
                updatedAt,
                Shop.CURRENCY,
                id % CUSTOMERS,
                Shop.CURRENCY,
                IntStream.range(0, units.size()).mapToObj(this::webhookLine).collect(Collectors.joining(",")));
    }

    private String webhookLine(int number) {
        return """
                {"id": %d, "sku": "SKU-%d", "title": "ARTICLE", "quantity": %d,
                 "price_set": {"shop_money": {"amount": "2.55", "currency_code": "%s"}}}""".formatted(id * 10 + number, (id + number) % SKUS, units.get(number), Shop.CURRENCY);
    }

    private String payload() {
        return """
                {"id": "gid://shopify/Order/%d", "name": "#%d", "processedAt": "%s", "createdAt": "%s",
                 "updatedAt": "%s", "cancelledAt": null, "sourceName": "web", "currencyCode": "%s", "test": false,
                 "customerKey": "k1:%d", "totalTaxSet": {"shopMoney": {"amount": "0.0", "currencyCode": "%s"}},
                 "lineItems": [%s], "shippingLines": [], "discountApplications": [], "refunds": []}
                """.formatted(
                        id,
                        id,
                        placedAt,
                        placedAt,
                        updatedAt,
                        Shop.CURRENCY,
                        id % CUSTOMERS,
                        Shop.CURRENCY,
                        IntStream.range(0, units.size()).mapToObj(this::line).collect(Collectors.joining(",")));
    }

    private String line(int number) {
        return """
                {"id": "gid://shopify/LineItem/%d", "sku": "SKU-%d", "title": "ARTICLE", "quantity": %d,
                 "originalUnitPriceSet": {"shopMoney": {"amount": "2.55", "currencyCode": "%s"}}}""".formatted(id * 10 + number, (id + number) % SKUS, units.get(number), Shop.CURRENCY);
    }
}
