package com.sentia.normalizer.topology;

import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Raw orders with named parts, for tests. */
public final class RawOrders {
    public static final String UK = "sentia-uk.myshopify.com";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private RawOrders() {}

    public static RawRecord order(String id, int minute, int quantity, String... refundIds) {
        return raw(id, minute, Op.UPSERT, payload(id, minute, null, quantity, refundIds));
    }

    static RawRecord cancelled(String id, int minute, int quantity, String... refundIds) {
        return raw(id, minute, Op.UPSERT, payload(id, minute, time(minute), quantity, refundIds));
    }

    static RawRecord deleted(String id, int minute) {
        return raw(id, minute, Op.DELETE, null);
    }

    public static RawRecord raw(String id, int minute, Op op, @Nullable String payload) {
        Instant changed = NOON.plusSeconds(60L * minute);
        return RawRecord.newBuilder()
                .setVendor("shopify")
                .setUnit(UK)
                .setEntity("order")
                .setId(id)
                .setVersion(new Version(changed.toEpochMilli() * 1_000, 2, changed.toEpochMilli() * 1_000 + 5))
                .setOp(op)
                .setFeed(Feed.POLL)
                .setApiVersion("2026-10")
                .setFetchedAt(changed)
                .setPayload(payload == null ? null : ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static String payload(String id, int minute, @Nullable String cancelledAt, int quantity, String... refundIds) {
        String refunds = List.of(refundIds).stream().map(RawOrders::refund).collect(Collectors.joining(","));
        return """
                {"id": "gid://shopify/Order/%s", "name": "#%s", "processedAt": "2026-03-02T11:00:00Z",
                 "createdAt": "2026-03-02T11:00:00Z", "updatedAt": "%s", "cancelledAt": %s, "sourceName": "web",
                 "currencyCode": "GBP", "test": false, "customerKey": "k1:00ff",
                 "totalTaxSet": {"shopMoney": {"amount": "0.0", "currencyCode": "GBP"}},
                 "lineItems": [{"id": "gid://shopify/LineItem/1", "sku": "85123a ", "title": "HOLDER", "quantity": %d,
                   "originalUnitPriceSet": {"shopMoney": {"amount": "2.55", "currencyCode": "GBP"}}}],
                 "shippingLines": [], "discountApplications": [], "refunds": [%s]}
                """.formatted(
                id, id, time(minute), cancelledAt == null ? "null" : "\"" + cancelledAt + "\"", quantity, refunds);
    }

    private static String refund(String id) {
        return """
                {"id": "gid://shopify/Refund/%s", "createdAt": "2026-03-02T11:30:00Z", "processedAt": null,
                 "updatedAt": "2026-03-02T11:30:00Z", "orderAdjustments": [], "refundShippingLines": [],
                 "refundLineItems": [{"id": "gid://shopify/RefundLineItem/1000", "quantity": 1,
                   "subtotalSet": {"shopMoney": {"amount": "2.55", "currencyCode": "GBP"}},
                   "lineItem": {"id": "gid://shopify/LineItem/1", "sku": "85123A"}}]}""".formatted(id);
    }

    private static String time(int minute) {
        return NOON.plusSeconds(60L * minute).toString();
    }
}
