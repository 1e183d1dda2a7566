package com.sentia.verification.bench.late;

import com.sentia.schemas.Op;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.Version;
import com.sentia.verification.bench.stack.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Orders of five lines, evenly over some days, and late ones of one line each, scattered over the same days. The same seed makes
 * the same orders.
 */
final class Sales {
    /** No order is older. */
    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    static final int LINES_AN_ORDER = 5;

    private static final List<Shop> SHOPS = List.of(Shop.values());
    private static final int ARTICLES = 50;
    private static final int CUSTOMERS = 20_000;

    private final long seed;
    private final long orders;
    private final int days;

    Sales(LateSettings settings) {
        this.seed = settings.seed();
        this.orders = settings.lines() / LINES_AN_ORDER;
        this.days = settings.days();
    }

    long orders() {
        return orders;
    }

    /** Every order is older. */
    Instant end() {
        return BEGIN.plus(Duration.ofDays(days));
    }

    /** In the order of their time. */
    SalesOrder order(long index) {
        long micros = Duration.ofDays(days).toMillis() * 1_000 / orders * index;
        return order(index, BEGIN.plus(micros, ChronoUnit.MICROS), LINES_AN_ORDER);
    }

    /** In no order. */
    SalesOrder late(int index) {
        SplittableRandom random = new SplittableRandom(seed ^ ~(long) index);
        long millis = random.nextLong(Duration.ofDays(days).toMillis());
        return order(orders + index, BEGIN.plusMillis(millis), 1);
    }

    private SalesOrder order(long index, Instant placedAt, int lines) {
        SplittableRandom random = new SplittableRandom(seed + index * 0x9E3779B97F4A7C15L);
        Shop shop = SHOPS.get(random.nextInt(SHOPS.size()));
        List<OrderLine> goods = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            int article = random.nextInt(ARTICLES);
            goods.add(OrderLine.newBuilder()
                    .setLineId(Integer.toString(line + 1))
                    .setSku("SKU-" + article)
                    .setQuantity(random.nextInt(1, 6))
                    .setUnitPriceMicros((50L + article * 79L) * 10_000)
                    .build());
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, placedAt);
        return SalesOrder.newBuilder()
                .setSource(Shop.VENDOR)
                .setUnit(shop.unit())
                .setOrderId(Long.toString(index))
                .setVersion(new Version(micros, 2, micros))
                .setOp(Op.UPSERT)
                .setStatus(OrderStatus.PLACED)
                .setPlacedAt(placedAt)
                .setUpdatedAt(placedAt)
                .setRegion(shop.region())
                .setChannel("web")
                .setCurrency(Shop.CURRENCY)
                .setCustomerKey("k1:" + random.nextInt(CUSTOMERS))
                .setLines(goods)
                .setDiscounts(List.of())
                .setShipping(List.of())
                .build();
    }

    static String key(SalesOrder order) {
        return order.getUnit() + "/" + order.getOrderId();
    }
}
