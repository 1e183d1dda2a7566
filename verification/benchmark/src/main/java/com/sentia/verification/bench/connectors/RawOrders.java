package com.sentia.verification.bench.connectors;

import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.Version;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Orders as the connector writes them onto the raw topic, with what every order has and no more. */
final class RawOrders {
    private static final Instant AT = Instant.parse("2026-03-02T08:26:00Z");
    private static final long MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, AT);

    private RawOrders() {}

    static RawRecord record(String shop, SeededOrder order) {
        return RawRecord.newBuilder()
                .setVendor("shopify")
                .setUnit(shop)
                .setEntity("order")
                .setId(Long.toString(order.id()))
                .setVersion(new Version(MICROS, 2, MICROS))
                .setOp(Op.UPSERT)
                .setFeed(Feed.POLL)
                .setApiVersion("2026-10")
                .setFetchedAt(AT)
                .setPayload(ByteBuffer.wrap(payload(order).getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static String payload(SeededOrder order) {
        String lines = order.lines().stream()
                .map(line -> line(order.id(), order.lines().indexOf(line), line))
                .collect(Collectors.joining(","));
        return "{\"id\":\"gid://shopify/Order/" + order.id() + "\",\"name\":\"#" + order.id() + "\",\"processedAt\":\""
                + AT
                + "\",\"createdAt\":\"" + AT + "\",\"updatedAt\":\"" + AT
                + "\",\"cancelledAt\":null,\"sourceName\":\"web\",\"currencyCode\":\"GBP\",\"test\":false,\"customerKey\":\"k1:"
                + order.id() % 5_000 + "\",\"totalTaxSet\":" + money("0.0") + ",\"lineItems\":[" + lines
                + "],\"shippingLines\":[],\"discountApplications\":[],\"refunds\":[]}";
    }

    private static String line(long order, int number, SeededOrder.Line line) {
        return "{\"id\":\"gid://shopify/LineItem/" + (order * 100 + number) + "\",\"sku\":\"" + line.sku()
                + "\",\"title\":\"ARTICLE " + line.sku() + "\",\"quantity\":" + line.quantity()
                + ",\"originalUnitPriceSet\":"
                + money(BigDecimal.valueOf(line.priceMicros(), 6).toPlainString()) + "}";
    }

    private static String money(String amount) {
        return "{\"shopMoney\":{\"amount\":\"" + amount + "\",\"currencyCode\":\"GBP\"}}";
    }
}
