package com.sentia.verification.facts;

import com.sentia.schemas.Op;
import com.sentia.schemas.OrderDiscount;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderShipping;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.Company.Article;
import com.sentia.verification.facts.Company.Shop;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A sale. Until it is shipped its quantities may change, or all of it goes. */
final class Order implements Entity {
    private final Shop shop;
    private final String id;
    private final Instant placedAt;
    private final String customerKey;
    private final boolean isTrade;
    private final List<Line> lines;
    private final long discountMicros;
    private final long shippingMicros;
    private @Nullable Instant cancelledAt;
    private boolean isDeleted;

    Order(
            Shop shop,
            String id,
            Instant placedAt,
            Buyer buyer,
            List<Line> lines,
            long discountMicros,
            long shippingMicros) {
        this.shop = shop;
        this.id = id;
        this.placedAt = placedAt;
        this.customerKey = buyer.key();
        this.isTrade = buyer.isTrade();
        this.lines = lines;
        this.discountMicros = discountMicros;
        this.shippingMicros = shippingMicros;
    }

    Shop shop() {
        return shop;
    }

    String id() {
        return id;
    }

    Instant placedAt() {
        return placedAt;
    }

    String customerKey() {
        return customerKey;
    }

    /** The group the shop puts the customer in. A marketplace knows none. */
    @Nullable
    String customerSegment() {
        if (!shop.source().equals("shopify")) {
            return null;
        }
        return isTrade ? "trade" : "consumer";
    }

    /** Whether it is paid by invoice. */
    boolean isTrade() {
        return isTrade;
    }

    List<Line> lines() {
        return lines;
    }

    long discountMicros() {
        return discountMicros;
    }

    boolean isOpen() {
        return cancelledAt == null && !isDeleted;
    }

    void cancel(Instant at) {
        cancelledAt = at;
    }

    void delete() {
        isDeleted = true;
    }

    @Override
    public Topic topic() {
        return Topics.SALES_ORDER;
    }

    @Override
    public String key() {
        return shop.unit() + "/" + id;
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        return SalesOrder.newBuilder()
                .setSource(shop.source())
                .setUnit(shop.unit())
                .setOrderId(id)
                .setVersion(version)
                .setOp(op)
                .setStatus(cancelledAt == null ? OrderStatus.PLACED : OrderStatus.CANCELLED)
                .setPlacedAt(placedAt)
                .setUpdatedAt(Versions.updatedAt(version))
                .setCancelledAt(cancelledAt)
                .setRegion(shop.region())
                .setChannel(shop.channel())
                .setCurrency(shop.currency())
                .setCustomerKey(customerKey)
                .setCustomerSegment(customerSegment())
                .setLines(lines.stream().map(Line::record).toList())
                .setDiscounts(
                        discountMicros == 0
                                ? List.of()
                                : List.of(OrderDiscount.newBuilder()
                                        .setDiscountId("0")
                                        .setAmountMicros(discountMicros)
                                        .build()))
                .setShipping(List.of(OrderShipping.newBuilder()
                        .setShippingId("1")
                        .setAmountMicros(shippingMicros)
                        .build()))
                .setTaxMicros(lines.stream().mapToLong(Line::taxMicros).sum())
                .build();
    }

    record Buyer(String key, boolean isTrade) {}

    /** Units of one article in an order. */
    static final class Line {
        private final String id;
        private final Article article;
        private final long unitPriceMicros;
        private final long unitTaxMicros;
        private long quantity;

        Line(String id, Article article, long quantity, Shop shop) {
            this.id = id;
            this.article = article;
            this.quantity = quantity;
            this.unitPriceMicros = Company.listed(article.priceMicros(), shop.currency());
            this.unitTaxMicros = unitPriceMicros * shop.taxPercent() / 100;
        }

        String id() {
            return id;
        }

        Article article() {
            return article;
        }

        long quantity() {
            return quantity;
        }

        void change(long units) {
            quantity = units;
        }

        long unitPriceMicros() {
            return unitPriceMicros;
        }

        long unitTaxMicros() {
            return unitTaxMicros;
        }

        long taxMicros() {
            return quantity * unitTaxMicros;
        }

        private OrderLine record() {
            return OrderLine.newBuilder()
                    .setLineId(id)
                    .setSku(article.sku())
                    .setTitle(article.title())
                    .setQuantity(quantity)
                    .setUnitPriceMicros(unitPriceMicros)
                    .setTaxMicros(taxMicros())
                    .setCategory(article.category())
                    .build();
        }
    }
}
