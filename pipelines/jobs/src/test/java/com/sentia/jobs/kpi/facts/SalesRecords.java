package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.Moments.VERSION;

import com.sentia.schemas.Op;
import com.sentia.schemas.OrderDiscount;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RefundAdjustment;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import java.util.List;

/** Sound records of sales, to be changed where a test says otherwise. */
public final class SalesRecords {
    private SalesRecords() {}

    public static SalesOrder.Builder order() {
        return SalesOrder.newBuilder()
                .setSource("shopify")
                .setUnit("uk")
                .setOrderId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setStatus(OrderStatus.PLACED)
                .setPlacedAt(NINE)
                .setUpdatedAt(NINE)
                .setRegion("UK")
                .setChannel("web")
                .setCurrency("GBP")
                .setCustomerKey("k1:c1")
                .setLines(List.of(line(3, 2_500_000)))
                .setDiscounts(List.of(new OrderDiscount("d", 500_000L)))
                .setShipping(List.of());
    }

    public static OrderLine line(long quantity, long unitPriceMicros) {
        return OrderLine.newBuilder()
                .setLineId("1")
                .setSku("A")
                .setQuantity(quantity)
                .setUnitPriceMicros(unitPriceMicros)
                .build();
    }

    public static SalesRefund.Builder refund() {
        return SalesRefund.newBuilder()
                .setSource("shopify")
                .setUnit("uk")
                .setRefundId("1")
                .setOrderId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setOrderStatus(OrderStatus.PLACED)
                .setRefundedAt(NINE)
                .setRegion("UK")
                .setChannel("web")
                .setCurrency("GBP")
                .setLines(List.of(new RefundLine("1", "A", 1L, 2_500_000L, null)))
                .setAdjustments(List.of(new RefundAdjustment("a", 250_000L)))
                .setShipping(List.of());
    }
}
