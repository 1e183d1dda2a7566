package com.sentia.verification.facts;

import com.sentia.schemas.Op;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RefundAdjustment;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Money given back for a sale.
 *
 * @param order the sale
 * @param id the refund's id
 * @param at when
 * @param line what came back; null when money alone is given
 * @param units how many units came back
 * @param goodwillMicros money given for no goods
 */
record Refund(Order order, String id, Instant at, Order.@Nullable Line line, long units, long goodwillMicros)
        implements Entity {
    long goodsMicros() {
        return line == null ? 0 : units * line.unitPriceMicros();
    }

    long taxMicros() {
        return line == null ? 0 : units * line.unitTaxMicros();
    }

    @Override
    public Topic topic() {
        return Topics.SALES_REFUND;
    }

    @Override
    public String key() {
        return order.shop().unit() + "/" + id;
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        return SalesRefund.newBuilder()
                .setSource(order.shop().source())
                .setUnit(order.shop().unit())
                .setRefundId(id)
                .setOrderId(order.id())
                .setVersion(version)
                .setOp(op)
                .setOrderStatus(OrderStatus.PLACED)
                .setRefundedAt(at)
                .setRegion(order.shop().region())
                .setChannel(order.shop().channel())
                .setCurrency(order.shop().currency())
                .setCustomerKey(order.customerKey())
                .setCustomerSegment(order.customerSegment())
                .setOrderPlacedAt(order.placedAt())
                .setLines(
                        line == null
                                ? List.of()
                                : List.of(RefundLine.newBuilder()
                                        .setRefundLineId(id + "1")
                                        .setSku(line.article().sku())
                                        .setQuantity(units)
                                        .setAmountMicros(goodsMicros())
                                        .setCategory(line.article().category())
                                        .build()))
                .setAdjustments(
                        goodwillMicros == 0
                                ? List.of()
                                : List.of(RefundAdjustment.newBuilder()
                                        .setAdjustmentId(id + "2")
                                        .setAmountMicros(goodwillMicros)
                                        .build()))
                .setShipping(List.of())
                .build();
    }
}
