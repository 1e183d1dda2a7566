package com.sentia.normalizer.mapping;

import com.sentia.schemas.Op;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RefundAdjustment;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.RefundShipping;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refunds inside a Shopify order, each as a fact of its own. */
final class ShopifyRefundMapper {
    private final Amounts amounts;

    ShopifyRefundMapper(Amounts amounts) {
        this.amounts = amounts;
    }

    List<SalesRefund> map(SalesOrder order, boolean isSale, Payload payload) throws UnmappableException {
        List<SalesRefund> refunds = new ArrayList<>();
        for (Payload refund : payload.objects("refunds")) {
            @Nullable Instant processedAt = refund.instantOrNull("processedAt");
            refunds.add(SalesRefund.newBuilder()
                    .setSource(order.getSource())
                    .setUnit(order.getUnit())
                    .setRefundId(refund.id("id", "Refund"))
                    .setOrderId(isSale ? order.getOrderId() : null)
                    .setVersion(order.getVersion())
                    .setOp(Op.UPSERT)
                    .setOrderPlacedAt(isSale ? order.getPlacedAt() : null)
                    .setOrderStatus(isSale ? order.getStatus() : OrderStatus.PLACED)
                    .setRefundedAt(processedAt == null ? refund.instant("createdAt") : processedAt)
                    .setRegion(order.getRegion())
                    .setChannel(order.getChannel())
                    .setCurrency(order.getCurrency())
                    .setCustomerKey(order.getCustomerKey())
                    .setLines(lines(refund))
                    .setAdjustments(adjustments(refund))
                    .setShipping(shipping(refund))
                    .build());
        }
        return refunds;
    }

    private List<RefundLine> lines(Payload refund) throws UnmappableException {
        List<RefundLine> lines = new ArrayList<>();
        for (Payload line : refund.objects("refundLineItems")) {
            lines.add(RefundLine.newBuilder()
                    .setRefundLineId(line.id("id", "RefundLineItem"))
                    .setSku(Skus.of(line.object("lineItem")))
                    .setQuantity(line.wholeNumber("quantity", 1))
                    .setAmountMicros(amounts.shopMoney(line, "subtotalSet"))
                    .build());
        }
        return lines;
    }

    private List<RefundAdjustment> adjustments(Payload refund) throws UnmappableException {
        List<RefundAdjustment> adjustments = new ArrayList<>();
        for (Payload adjustment : refund.objects("orderAdjustments")) {
            adjustments.add(RefundAdjustment.newBuilder()
                    .setAdjustmentId(adjustment.id("id", "OrderAdjustment"))
                    .setAmountMicros(amounts.shopMoney(adjustment, "amountSet"))
                    .build());
        }
        return adjustments;
    }

    private List<RefundShipping> shipping(Payload refund) throws UnmappableException {
        List<RefundShipping> charges = new ArrayList<>();
        for (Payload charge : refund.objects("refundShippingLines")) {
            charges.add(RefundShipping.newBuilder()
                    .setShippingId(charge.id("id", "RefundShippingLine"))
                    .setAmountMicros(amounts.shopMoney(charge, "subtotalAmountSet"))
                    .build());
        }
        return charges;
    }
}
